import { once } from 'node:events';
import { type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse, createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A reply of the gateway's own. */
export interface GatewayReply {
  status: number;
  headers?: OutgoingHttpHeaders;
  body: object;
}

export interface GatewayOptions {
  /** Path of the gateway → base address of what is behind it. */
  routes: Readonly<Record<string, string>>;
  /** What it says before anything is passed on; null: nothing against it. */
  before(request: IncomingMessage): GatewayReply | null;
  /** What it adds to replies that it passes back. */
  added(request: IncomingMessage, milliseconds: number): OutgoingHttpHeaders;
  /** Headers that are its own and are not passed on. */
  own: readonly string[];
  noRoute: GatewayReply;
  away: GatewayReply;
}

/** A gateway that runs. */
export interface Gateway {
  url: string;
  /** Requests passed on so far, and those that it answered itself. */
  counts(): { passed: number; own: number };
  /** Headers of the last request, as they came. */
  lastHeaders(): Readonly<IncomingMessage['headers']>;
  close(): Promise<void>;
}

/** A real reverse proxy on the loopback address: requests and replies pass through it as they are, but for what the gateway adds and takes away. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const count = { passed: 0, own: 0 };
  let last: IncomingMessage['headers'] = {};
  const tell = (response: ServerResponse, { status, headers = {}, body }: GatewayReply): void => {
    count.own += 1;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    last = request.headers;
    const path = request.url ?? '/';
    const early = options.before(request);
    const route = Object.entries(options.routes).find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}?`)); // prettier-ignore
    if (early !== null || route === undefined) {
      request.resume();
      tell(response, early ?? options.noRoute);
      return;
    }
    const [prefix, base] = route;
    const begun = performance.now();
    const target = new URL(base + path.slice(prefix.length));
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => name !== 'host' && !options.own.includes(name)));
    const upstream = forward(target, { method: request.method, headers: { ...headers, host: target.host } }, (reply) => {
      count.passed += 1;
      response.writeHead(reply.statusCode ?? 502, { ...reply.headers, ...options.added(request, Math.round(performance.now() - begun)) });
      reply.pipe(response);
    });
    upstream.once('error', () => {
      if (response.headersSent) response.destroy();
      else tell(response, options.away);
    });
    request.pipe(upstream);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts: () => ({ ...count }),
    lastHeaders: () => last,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
