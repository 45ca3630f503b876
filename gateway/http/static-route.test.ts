import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptedEncoding } from './compressed.ts';
import { staticRoute } from './static-route.ts';

const SCRIPT = `export const words = ${JSON.stringify('many words '.repeat(500))};`;
const PAGE = '<!doctype html><title>x</title>';
const folder = mkdtempSync(join(tmpdir(), 'static-route-'));
const route = staticRoute(folder);
// Whoever has the whole body may be gone before its end is told.
const server = createServer((asked, response) => void route.handle(asked, response).catch(() => response.destroy()));
let port = 0;

beforeAll(async () => {
  writeFileSync(join(folder, 'a.js'), SCRIPT);
  writeFileSync(join(folder, 'a.png'), SCRIPT);
  writeFileSync(join(folder, 'index.html'), PAGE);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One request, its body as it travelled. */
function get(path: string, encodings: string | null, method = 'GET'): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = encodings === null ? {} : { 'accept-encoding': encodings };
    request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on('error', reject)
      .end();
  });
}

test('scripts travel compressed as the browser can read them, and are the same afterwards', async () => {
  const brotli = await get('/a.js', 'gzip, deflate, br, zstd');
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding', 'content-length': String(brotli.body.length) });
  expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
  const zipped = await get('/a.js', 'gzip');
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.body).toString()).toBe(SCRIPT);
  expect(zipped.body.length).toBeLessThan(SCRIPT.length / 4);
});

test('who cannot read that gets the file as it is; so do pictures, and what is small', async () => {
  expect((await get('/a.js', null)).body.toString()).toBe(SCRIPT);
  expect((await get('/a.png', 'br')).headers['content-encoding']).toBeUndefined();
  expect((await get('/any/page', 'br')).body.toString()).toBe(PAGE);
});

test('a changed file is compressed anew, and HEAD tells the same length', async () => {
  const before = await get('/a.js', 'br');
  expect((await get('/a.js', 'br', 'HEAD')).headers['content-length']).toBe(before.headers['content-length']);
  writeFileSync(join(folder, 'a.js'), `${SCRIPT}// changed`);
  expect(brotliDecompressSync((await get('/a.js', 'br')).body).toString()).toBe(`${SCRIPT}// changed`);
});

test('an encoding that is ruled out is not used', () => {
  expect(acceptedEncoding('br;q=0, gzip;q=0.5')).toBe('gzip');
  expect(acceptedEncoding('br;q=0.0, gzip; q=0')).toBeNull();
  expect(acceptedEncoding('identity')).toBeNull();
  expect(acceptedEncoding(undefined)).toBeNull();
});
