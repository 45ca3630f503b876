import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { EventTail } from '../../subgraphs/kernel/events/event-tail.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import type { AccessWatch } from '../door/access-watch.ts';
import type { Admission } from '../door/admission.ts';
import { CLOSE } from './close-codes.ts';
import { OpenSocket } from './open-socket.ts';
import type { RunOperation } from './run-operation.ts';
import { isSameOrigin } from './same-origin.ts';
import { SharedExecutions } from './shared-executions.ts';
import { SOCKET_LIMITS, type SocketLimits } from './socket-limits.ts';
import { SocketOperations, type Begun } from './socket-operations.ts';
import { SocketSession } from './socket-session.ts';

export interface SocketDoorOptions {
  run: RunOperation;
  /** The event log; null where no subgraph of ours is. */
  events: EventTail | null;
  access: AccessWatch;
  admission: Admission;
  limits: Partial<SocketLimits>;
  logger: Logger;
  metrics: Metrics;
  clock: () => Date;
}

export interface SocketDoor {
  /** Takes over a request that wants to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells everybody to come back elsewhere and waits for them, two seconds at most. */
  stop(): Promise<void>;
}

const parametersSchema = z.object({ authorization: z.string().max(8_192).optional() });

/** GraphQL over WebSockets (graphql-transport-ws) at /graphql: queries, mutations and subscriptions. */
export function openSocketDoor(options: SocketDoorOptions): SocketDoor {
  const limits = { ...SOCKET_LIMITS, ...options.limits };
  const { access, clock, metrics, logger } = options;
  const sockets = new Map<WebSocket, OpenSocket>();
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, perMessageDeflate: false });
  const counts = new Map<string, number>();
  const operations = new SocketOperations({
    run: options.run,
    tail: options.events,
    shared: new SharedExecutions(),
    limits,
    counts,
    logger,
  });

  const admit = async (open: OpenSocket, parameters: unknown): Promise<boolean> => {
    const parsed = parametersSchema.safeParse(parameters ?? {});
    if (!parsed.success) return open.close(CLOSE.UNAUTHENTICATED, 'UNAUTHENTICATED');
    const { authorization = '' } = parsed.data;
    try {
      const { context, endsAt } = await options.admission({ ...open.request.headers, authorization });
      const session = new SocketSession({ ...context, localOwner: false }, endsAt, { access, clock });
      const refusal = session.refusal();
      if (refusal !== null) throw refusal;
      const { tenantId } = session;
      const others = [...sockets.values()].filter((other) => tenantId !== null && other.session?.tenantId === tenantId);
      if (others.length >= limits.socketsPerTenant) return open.close(CLOSE.TOO_MANY, 'TOO_MANY_SOCKETS');
      open.admit(session);
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return open.close(error.code === 'FORBIDDEN' ? CLOSE.FORBIDDEN : CLOSE.UNAUTHENTICATED, error.code);
    }
  };

  const graph = useServer(
    {
      connectionInitWaitTimeout: limits.initMs,
      onConnect: async ({ extra, connectionParams }) => {
        const open = sockets.get(extra.socket);
        return open !== undefined && (await admit(open, connectionParams));
      },
      onSubscribe: async ({ extra, subscriptions }, _id, payload) => {
        const open = sockets.get(extra.socket);
        if (open === undefined) throw new Error('an operation came from a socket that is not open');
        return open.begin(operations, payload, Object.keys(subscriptions).length);
      },
      execute: ({ rootValue }) => once(rootValue as Begun) as never,
      subscribe: ({ rootValue }) => live(rootValue as Begun) as never,
      // They are as they are to be shown already.
      onNext: (_context, _id, _payload, _args, result) => result as never,
      onComplete: ({ extra }) => sockets.get(extra.socket)?.completed(),
      onClose: ({ extra }) => {
        sockets.get(extra.socket)?.gone();
        sockets.delete(extra.socket);
        metrics.openSockets.set(sockets.size);
      },
      isProd: true,
    },
    server,
    limits.keepAliveMs,
  );
  // Before the protocol looks at it: every socket has its record.
  server.prependListener('connection', (socket: WebSocket, request: IncomingMessage) => {
    sockets.set(socket, new OpenSocket(socket, request, limits));
    metrics.openSockets.set(sockets.size);
  });
  // And after: what a client does wrong is closed by ws with its code, and is no line on standard error.
  server.on('connection', (socket: WebSocket) => {
    socket.removeAllListeners('error');
    socket.on('error', (error) => logger.debug({ err: error }, 'a socket failed'));
  });

  const forget = access.onChange((user) => {
    for (const open of sockets.values()) if (open.session?.is(user) === true) open.check();
  });
  const watch = setInterval(() => {
    const now = performance.now();
    let live = 0;
    for (const open of sockets.values()) {
      open.watch(now);
      live += open.session?.subscriptions.size ?? 0;
    }
    metrics.openSubscriptions.set(live);
  }, limits.watchMs);
  let stopping = false;

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const [path] = (request.url ?? '').split('?');
      if (stopping) return refuse(socket, '503 Service Unavailable');
      if (path !== '/graphql') return refuse(socket, '404 Not Found');
      if (!isSameOrigin(request.headers)) return refuse(socket, '403 Forbidden');
      return server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
    },
    async stop() {
      stopping = true;
      clearInterval(watch);
      forget();
      const patience = setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, limits.closingMs);
      await graph.dispose();
      clearTimeout(patience);
      for (const open of sockets.values()) open.gone();
    },
  };
}

function once(begun: Begun): Promise<unknown> {
  if (begun.kind !== 'ONCE') throw new Error('a subscription was taken for a query');
  return begun.run();
}

function live(begun: Begun): unknown {
  if (begun.kind !== 'LIVE') throw new Error('a query was taken for a subscription');
  return begun.subscription;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
