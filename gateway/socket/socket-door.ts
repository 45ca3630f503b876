import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { makeServer, handleProtocols } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { EventTail } from '../../subgraphs/kernel/events/event-tail.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import type { RequestJournal } from '../plugins/request-journal.ts';
import type { AccessWatch } from '../door/access-watch.ts';
import type { Admission } from '../door/admission.ts';
import type { AllowedOrigins } from '../http/cors.ts';
import type { GatewayLimits } from '../limits/gateway-limits.ts';
import type { PersistedDocuments } from '../persisted/persisted-documents.ts';
import { admitSocket } from './admit-socket.ts';
import { Headcount } from './headcount.ts';
import { sendElsewhere } from './leave.ts';
import { OpenSocket } from './open-socket.ts';
import type { RunOperation } from './run-operation.ts';
import { SharedPayloads } from './shared-payloads.ts';
import { SOCKET_LIMITS, type SocketLimits } from './socket-limits.ts';
import type { DataKey } from './sharing-key.ts';
import { SocketOperations } from './socket-operations.ts';
import { speak, type Connection } from './speak.ts';
import { Turns } from './turns.ts';
import { isWelcomeOrigin } from './welcome-origin.ts';

export interface SocketDoorOptions {
  run: RunOperation;
  /** The event log; null where no subgraph of ours is. */
  events: EventTail | null;
  /** Documents that clients may name instead of sending them; null: none. */
  documents: PersistedDocuments | null;
  access: AccessWatch;
  /** What of the data a viewer may see, as a name. */
  dataKey: DataKey;
  admission: Admission;
  requests: RequestJournal;
  /** Origins of other sites' pages that may open sockets. */
  origins: AllowedOrigins;
  /** How many proxies of ours stand in front. */
  proxies: number;
  limits: Partial<SocketLimits>;
  /** What is counted, and against what; null: nothing. */
  counting: GatewayLimits | null;
  logger: Logger;
  metrics: Metrics;
  clock: () => Date;
}

export interface SocketDoor {
  /** Takes over a request that wants to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The graph is another one now: what it still answers is followed there, what it does not ends with SUBSCRIPTION_OUTDATED. */
  graphChanged(): void;
  /** Tells everybody to come back elsewhere, one after the other, and waits for them. */
  stop(): Promise<void>;
}

/** GraphQL over WebSockets (graphql-transport-ws) at /graphql: queries, mutations and subscriptions. */
export function openSocketDoor(options: SocketDoorOptions): SocketDoor {
  const limits = { ...SOCKET_LIMITS, ...options.limits };
  const { access, admission, clock, metrics, logger } = options;
  const sockets = new Set<OpenSocket>();
  const turns = new Turns();
  const admitting = {
    admission,
    access,
    clock,
    requests: options.requests,
    proxies: options.proxies,
    counting: options.counting,
    headcount: new Headcount(limits.socketsPerTenant),
  };
  const operations = new SocketOperations({
    run: options.run,
    tail: options.events,
    documents: options.documents,
    shared: new SharedPayloads(),
    dataKey: options.dataKey,
    headcount: new Headcount(limits.subscriptionsPerTenant),
    requests: options.requests,
    logger,
  });
  const graph = makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: limits.initMs,
    onConnect: ({ extra, connectionParams }) => admitSocket(extra.open, connectionParams, admitting),
    onSubscribe: ({ extra, subscriptions }, id, payload) =>
      extra.open.begin(operations, { id, payload, underWay: Object.keys(subscriptions).length }),
    // It has begun already, and sends by itself.
    execute: ({ rootValue }) => rootValue as never,
    onComplete: ({ extra }) => extra.open.completed(),
  });
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, perMessageDeflate: false, handleProtocols });

  const enter = (socket: WebSocket, request: IncomingMessage): void => {
    const open = new OpenSocket(socket, request, { limits, turns });
    sockets.add(open);
    metrics.openSockets.set(sockets.size);
    socket.once('close', () => {
      sockets.delete(open);
      metrics.openSockets.set(sockets.size);
      open.gone();
    });
    speak(graph, socket, open, logger);
  };
  const forget = access.onChange((changed) => {
    for (const open of sockets) if (open.session?.isOf(changed) === true) open.check();
  });
  const watch = setInterval(() => {
    const now = performance.now();
    let following = 0;
    for (const open of sockets) {
      open.watch(now);
      following += open.session?.subscriptions.size ?? 0;
    }
    metrics.openSubscriptions.set(following);
  }, limits.watchMs);
  let stopping = false;

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const [path] = (request.url ?? '').split('?');
      if (stopping) return refuse(socket, '503 Service Unavailable');
      if (path !== '/graphql') return refuse(socket, '404 Not Found');
      if (!isWelcomeOrigin(request.headers, options.origins)) return refuse(socket, '403 Forbidden');
      return server.handleUpgrade(request, socket, head, (opened) => enter(opened, request));
    },
    graphChanged() {
      void checkAll(sockets);
    },
    async stop() {
      stopping = true;
      forget();
      await sendElsewhere([...sockets], limits);
      clearInterval(watch);
      const patience = setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, limits.finishMs + limits.closingMs);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      clearTimeout(patience);
    },
  };
}

/** Looks again at everything that is followed, a socket at a time: thousands at once would keep everybody else waiting. */
async function checkAll(sockets: ReadonlySet<OpenSocket>): Promise<void> {
  const all = [...sockets].map((open) => [...(open.session?.subscriptions ?? [])]);
  for (const subscription of all.flat()) subscription.doubt();
  for (const ofSocket of all) await Promise.all(ofSocket.map((subscription) => subscription.check()));
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
