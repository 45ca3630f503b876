import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { httpErrors } from './http.errors.ts';
import type { Route } from './routes.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Addresses with a page of their own; every other one is the client's. */
const PAGES: Readonly<Record<string, string>> = { '/playground': 'playground.html' };

/** The built client. Hashed assets are kept for a year; every other address is the client's own and gets its page. */
export function staticRoute(folder: string): Route {
  return {
    method: 'GET',
    path: '/',
    async handle(request, response) {
      const path = decodePath(request.url ?? '/');
      const asked = join(folder, normalize(path));
      const inside = asked.startsWith(folder + sep);
      const found = inside && extname(asked) !== '' ? await fileSize(asked) : null;
      if (found === null && extname(path) !== '') throw httpErrors.ROUTE_NOT_FOUND({ path });
      const file = found === null ? join(folder, PAGES[path] ?? 'index.html') : asked;
      const bytes = found ?? (await fileSize(file));
      if (bytes === null) throw httpErrors.ROUTE_NOT_FOUND({ path });
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
        'content-length': bytes,
        'cache-control': path.startsWith('/static/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      if (request.method === 'HEAD') response.end();
      else await pipeline(createReadStream(file), response);
    },
  };
}

function decodePath(url: string): string {
  const [path = '/'] = url.split('?');
  try {
    return decodeURIComponent(path);
  } catch {
    throw httpErrors.ROUTE_NOT_FOUND({ path });
  }
}

async function fileSize(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? found.size : null;
}
