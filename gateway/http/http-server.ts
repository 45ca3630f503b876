import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { httpErrors } from './body.ts';
import { sendError } from './reply.ts';
import { fits, type Route } from './routes.ts';

const HEADERS_TIMEOUT_MS = 5_000;
/** Long enough for a large upload on a slow line; bodies of the graph have their own 5 s. */
const REQUEST_TIMEOUT_MS = 30 * 60_000;
const DRAIN_MS = 10_000;

export interface HttpServer {
  /** `http://host:port`, with the port that was really taken. */
  url: string;
  /** Takes no new requests, lets the open ones finish (10 s at most), then closes. */
  stop(): Promise<void>;
}

/** Serves the routes, first fit first. Rejects with EADDRINUSE when the port is taken. */
export async function startHttpServer(options: {
  host: string;
  port: number;
  routes: readonly Route[];
  /** Takes over requests that want to become something else. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  logger: Logger;
}): Promise<HttpServer> {
  const server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS }, answerWith(options));
  if (options.upgrade !== undefined) server.on('upgrade', options.upgrade);
  await listen(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`, stop: () => stop(server) };
}

/** Answers requests with the first route that fits; what a route throws becomes the reply. */
export function answerWith(options: {
  routes: readonly Route[];
  logger: Logger;
}): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => void answer(options, request, response);
}

async function answer(
  { routes, logger }: { routes: readonly Route[]; logger: Logger },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '/'] = (request.url ?? '/').split('?');
  try {
    const route = routes.find((candidate) => fits(candidate, request.method ?? 'GET', path));
    if (route === undefined) throw httpErrors.ROUTE_NOT_FOUND({ path });
    await route.handle(request, response);
  } catch (error) {
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    if (!(error instanceof DomainError)) logger.error({ err: error, path }, 'a request failed');
    // The rest of a refused body is not read; the connection cannot be used again.
    if (!request.complete) response.setHeader('connection', 'close');
    sendError(response, error instanceof DomainError ? error : commonErrors.UNAVAILABLE({ what: 'The server' }));
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed.finally(() => clearTimeout(force));
}
