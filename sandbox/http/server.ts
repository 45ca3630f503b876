import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { driftedVendor } from '../drift/drifted-vendor.ts';
import type { FailurePlan } from '../failures/failure.ts';
import { failingVendor } from '../failures/failing-vendor.ts';
import { Controls, type Growth, type ServedVendor } from './control.ts';
import type { SandboxVendor, VendorReply } from './reply.ts';

const MAX_BODY_BYTES = 1_000_000;
const RETRY_AFTER_SECONDS = 1;
const CONTROL = '_control';
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

export interface SandboxOptions {
  vendors: readonly SandboxVendor[];
  /** 0: any free one. */
  port: number;
  /** Every so many requests of a vendor, one is refused with 429 and Retry-After; null or left out: never. */
  limitEvery?: number | null;
  /** What Retry-After then says, in seconds: a second when left out. */
  retryAfter?: number;
  /** How all vendors fail from the beginning. */
  failures?: FailurePlan;
  /** What grows; left out: nothing. */
  growth?: Growth | null;
  host?: string;
}

export interface Sandbox {
  /** `http://127.0.0.1:port`; a vendor lives at `<url>/<name>`. */
  url: string;
  port: number;
  /** Drift, failures and growth, as the routes under /_control do them. */
  controls: Controls;
  /** Requests answered so far, those with 429 too. */
  requests(): { total: number; limited: number };
  /** How often failures took effect, over all vendors. */
  failed(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/**
 * Serves simulated vendors on the loopback address. `POST /_control/{drift,failures,advance}` and `GET /_control/state` are answered to callers of the
 * same machine that are no browsers. @throws EADDRINUSE when the port is taken
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { vendors, port, limitEvery = null, retryAfter = RETRY_AFTER_SECONDS, host = '127.0.0.1' } = options;
  const served = new Map(vendors.map((vendor) => [vendor.name, serve(vendor)]));
  const controls = new Controls(served, options.growth ?? null);
  if (options.failures !== undefined) controls.fail(null, options.failures);
  const count = { total: 0, limited: 0 };

  const answer = async (request: IncomingMessage, root: string): Promise<VendorReply> => {
    const url = new URL(request.url ?? '/', root);
    const [, name = '', ...rest] = url.pathname.split('/');
    if (name === CONTROL) return control(controls, request, rest.join('/'));
    const known = served.get(name);
    if (known === undefined)
      return { status: 404, body: { error: `there is no vendor ${name}; there are ${[...served.keys()].join(', ')}` } };
    count.total += 1;
    known.requests += 1;
    if (limitEvery !== null && known.requests % limitEvery === 0) {
      count.limited += 1;
      return known.vendor.tooMany(retryAfter);
    }
    const body = await bodyOf(request);
    const seen = { method: request.method ?? 'GET', path: `/${rest.join('/')}`, query: url.searchParams, headers: request.headers, body, base: `${root}/${name}` }; // prettier-ignore
    const reply = known.failing.handle(seen) ?? { status: 404, body: { error: 'not found' } };
    if (reply.status === 429) count.limited += 1;
    return reply;
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
    controls,
    requests: () => ({ ...count }),
    failed: () => sumOf([...served.values()].map(({ failing }) => failing.failed)),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function serve(vendor: SandboxVendor): ServedVendor {
  const drifted = driftedVendor(vendor);
  return { vendor, drifted, failing: failingVendor(drifted), requests: 0 };
}

async function control(controls: Controls, request: IncomingMessage, what: string): Promise<VendorReply> {
  if (!LOOPBACK.has(request.socket.remoteAddress ?? '') || request.headers.origin !== undefined)
    return { status: 403, body: { error: 'only from this machine' } };
  return controls.answer(request.method ?? 'GET', what, await bodyOf(request));
}

function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const one of counts) for (const [name, number] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + number;
  return sum;
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

function send(response: ServerResponse, { status, headers = {}, body, broken }: VendorReply): void {
  if (broken === 'HUNG_UP') {
    response.destroy();
    return;
  }
  const text = body === null ? '' : JSON.stringify(body);
  const all = { 'content-type': 'application/json; charset=utf-8', ...headers };
  if (broken === 'CUT') response.writeHead(status, all).end(text.slice(0, Math.max(1, Math.floor(text.length * 0.6))));
  else response.writeHead(status, all).end(text);
}
