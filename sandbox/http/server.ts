import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxVendor, VendorReply } from './reply.ts';

const MAX_BODY_BYTES = 1_000_000;
const RETRY_AFTER_SECONDS = 1;

export interface SandboxOptions {
  vendors: readonly SandboxVendor[];
  /** 0: any free one. */
  port: number;
  /** Every so many requests of a vendor, one is refused with 429 and Retry-After; null: never. */
  limitEvery: number | null;
  /** What Retry-After then says, in seconds: a second when left out. */
  retryAfter?: number;
  host?: string;
}

export interface Sandbox {
  /** `http://127.0.0.1:port`; a vendor lives at `<url>/<name>`. */
  url: string;
  port: number;
  /** Requests answered so far, those with 429 too. */
  requests(): { total: number; limited: number };
  close(): Promise<void>;
}

/** Serves simulated vendors on the loopback address. @throws EADDRINUSE when the port is taken */
export async function startSandbox({
  vendors,
  port,
  limitEvery,
  retryAfter = RETRY_AFTER_SECONDS,
  host = '127.0.0.1',
}: SandboxOptions): Promise<Sandbox> {
  const byName = new Map(vendors.map((vendor) => [vendor.name, { vendor, requests: 0 }]));
  const count = { total: 0, limited: 0 };
  const answer = async (request: IncomingMessage, root: string): Promise<VendorReply> => {
    const url = new URL(request.url ?? '/', root);
    const [, name = '', ...rest] = url.pathname.split('/');
    const known = byName.get(name);
    if (known === undefined)
      return { status: 404, body: { error: `there is no vendor ${name}; there are ${[...byName.keys()].join(', ')}` } };
    count.total += 1;
    known.requests += 1;
    if (limitEvery !== null && known.requests % limitEvery === 0) {
      count.limited += 1;
      return known.vendor.tooMany(retryAfter);
    }
    const body = await bodyOf(request);
    const seen = { method: request.method ?? 'GET', path: `/${rest.join('/')}`, query: url.searchParams, headers: request.headers, body, base: `${root}/${name}` }; // prettier-ignore
    return known.vendor.refuse(seen) ?? known.vendor.handle(seen) ?? { status: 404, body: { error: 'not found' } };
  };
  const server = createServer((request, response) => {
    answer(request, `http://${request.headers.host ?? host}`).then(
      (reply) => send(response, reply),
      () => send(response, { status: 400, body: { error: 'bad request' } }),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `http://${host}:${taken}`,
    port: taken,
    requests: () => ({ ...count }),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, headers = {}, body }: VendorReply): void {
  const text = body === null ? '' : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(text);
}
