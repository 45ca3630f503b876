import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { answerBroken } from './broken-requests.ts';
import { Drain } from './drain.ts';
import { httpErrors } from './http.errors.ts';
import { listenOnLoopback6, LOOPBACK, LOOPBACK_4 } from './loopback.ts';
import { sendError } from './reply.ts';
import { fits, type Route } from './routes.ts';

const HEADERS_TIMEOUT_MS = 5_000;
/** Long enough for a large upload on a slow line; bodies of the graph have their own 5 s. */
const REQUEST_TIMEOUT_MS = 30 * 60_000;
/** A connection on which nothing moves for that long, in either direction, is closed: nobody reads. */
const STALLED_MS = 5 * 60_000;
/** How often slow sockets are looked for. */
const CHECK_MS = 1_000;
/** Longer than load balancers keep theirs, so that it is they who close: none sends into a connection that we are closing. */
const KEEP_ALIVE_MS = 65_000;
/** How long requests under way may still take when everything is being closed. */
const FINISH_MS = 10_000;
/** How long replies are held back before the port is closed. */
const HOLD_MS = 100;
/** By then whoever connected while we were closing has sent a request. */
const QUIET_MS = 200;

export interface HttpServer {
  /** `http://host:port`, with the port that was really taken. */
  url: string;
  /** Tells clients to come elsewhere while new ones are still served for the grace, lets what is under way finish (10 s at most), then closes. */
  stop(): Promise<void>;
}

interface Answering {
  routes: readonly Route[];
  logger: Logger;
}

/** Serves the routes, first fit first. Rejects with EADDRINUSE when the port is taken. */
export async function startHttpServer(
  options: Answering & {
    /** Address to serve at; `localhost`: both of this machine's own. */
    host: string;
    port: number;
    /** Takes over requests that want to become something else. */
    upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
    /** Told to go by whoever stops the server; looked at by readiness. */
    drain?: Drain;
    /** How long new connections are still served after that, in milliseconds. */
    graceMs?: number;
  },
): Promise<HttpServer> {
  const { drain = new Drain(), graceMs = 0 } = options;
  const handle = answerWith(options);
  let held: Promise<void> | null = null;
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // Some clients offer HTTP/2 with every request; that is for us to pass over.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
    (request, response) => {
      drain.follow(response);
      if (held === null) handle(request, response);
      else void held.then(() => handle(request, response));
    },
  );
  server.timeout = STALLED_MS;
  server.on('clientError', answerBroken);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  if (options.upgrade !== undefined) server.on('upgrade', options.upgrade);
  const { host } = options;
  await listen(server, host === LOOPBACK ? LOOPBACK_4 : host, options.port);
  const { port } = server.address() as AddressInfo;
  const second = host === LOOPBACK ? await listenOnLoopback6(server, port) : null;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async stop() {
      drain.begin();
      const release = Promise.withResolvers<void>();
      if (graceMs > 0) {
        await sleep(graceMs);
        // Whoever waits for a reply does not connect anew, and no connection is lost in the queue of the port that closes.
        held = release.promise;
        await sleep(HOLD_MS);
      }
      second?.close();
      const closed = close(server, sockets);
      release.resolve();
      await closed;
    },
  };
}

/** Answers requests with the first route that fits; what a route throws becomes the reply. */
export function answerWith(options: Answering): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => void answer(options, request, response);
}

async function answer({ routes, logger }: Answering, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request.url ?? '/');
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

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
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

async function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // Connections that were only just opened bring a request, or count as busy for ever.
  const quiet = setTimeout(() => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  }, QUIET_MS);
  const force = setTimeout(() => server.closeAllConnections(), FINISH_MS);
  await closed.finally(() => {
    clearTimeout(quiet);
    clearTimeout(force);
  });
}
