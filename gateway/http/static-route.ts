import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { acceptedEncoding, createCompressor } from './compressed.ts';
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
/** What is text, and so travels compressed; pictures and fonts are compressed already. */
const COMPRESSED: ReadonlySet<string> = new Set(['.html', '.js', '.css', '.json', '.svg', '.ttf', '.txt', '.webmanifest']);
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Addresses with a page of their own; every other one is the client's. */
const PAGES: Readonly<Record<string, string>> = { '/playground': 'playground.html' };

/** The built client, compressed. Hashed assets are kept for a year; every other address is the client's own and gets its page. */
export function staticRoute(folder: string): Route {
  const compressed = createCompressor();
  return {
    method: 'GET',
    path: '/',
    async handle(request, response) {
      const path = decodePath(request.url ?? '/');
      const asked = join(folder, normalize(path));
      const inside = asked.startsWith(folder + sep);
      const found = inside && extname(asked) !== '' ? await fileAt(asked) : null;
      if (found === null && extname(path) !== '') throw httpErrors.ROUTE_NOT_FOUND({ path });
      const file = found === null ? join(folder, PAGES[path] ?? 'index.html') : asked;
      const stats = found ?? (await fileAt(file));
      if (stats === null) throw httpErrors.ROUTE_NOT_FOUND({ path });
      const text = COMPRESSED.has(extname(file));
      const encoding = text ? acceptedEncoding(request.headers['accept-encoding']) : null;
      const body = encoding === null ? null : await compressed(file, stats.bytes, stats.modifiedMs, encoding);
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
        'content-length': body?.length ?? stats.bytes,
        ...(text ? { vary: 'accept-encoding' } : {}),
        ...(body === null || encoding === null ? {} : { 'content-encoding': encoding }),
        'cache-control': path.startsWith('/static/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      if (request.method === 'HEAD') response.end();
      else if (body !== null) response.end(body);
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

async function fileAt(path: string): Promise<{ bytes: number; modifiedMs: number } | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? { bytes: found.size, modifiedMs: found.mtimeMs } : null;
}
