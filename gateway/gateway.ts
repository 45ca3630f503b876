import { DomainError } from '../subgraphs/kernel/errors/domain-error.ts';
import { createGraphContext } from '../subgraphs/kernel/federation/context.ts';
import type { EventTail } from '../subgraphs/kernel/events/event-tail.ts';
import type { HttpRoute } from '../subgraphs/kernel/federation/subgraph-module.ts';
import type { AccessWatch } from './door/access-watch.ts';
import type { Admission } from './door/admission.ts';
import { callerOf } from './door/client-address.ts';
import { doorErrors } from './door/door.errors.ts';
import { startGraphServer, type GraphServerOptions } from './graph-server.ts';
import type { AllowedOrigins } from './http/cors.ts';
import { Drain } from './http/drain.ts';
import { graphqlRoute } from './http/graphql-route.ts';
import { healthRoutes, type ReadinessCheck } from './http/health-routes.ts';
import { startHttpServer, type HttpServer } from './http/http-server.ts';
import type { Route } from './http/routes.ts';
import { staticRoute } from './http/static-route.ts';
import { mcpRoute } from './mcp/mcp-route.ts';
import { createRequestJournal, type RequestJournal } from './plugins/request-journal.ts';
import { noted } from './limits/count-call.ts';
import type { GatewayLimits } from './limits/gateway-limits.ts';
import { rateRefusal } from './limits/limits.errors.ts';
import { newTicket } from './limits/ticket.ts';
import { limitHeaders } from './limits/told-limits.ts';
import { NO_DOCUMENTS } from './persisted/manifest.ts';
import { createPersistedDocuments, type PersistedDocuments } from './persisted/persisted-documents.ts';
import { operationRunner } from './socket/run-operation.ts';
import type { DataKey } from './socket/sharing-key.ts';
import { openSocketDoor } from './socket/socket-door.ts';
import type { SocketLimits } from './socket/socket-limits.ts';

export interface GatewayOptions extends GraphServerOptions {
  http: HttpOptions;
  /** Who comes in, over HTTP and over sockets. */
  admission: Admission;
  /** What those who came in may do now. */
  access: AccessWatch;
  readiness: readonly ReadinessCheck[];
  /** Plain HTTP routes of subgraphs in this process. */
  routes: readonly HttpRoute[];
  /** Where the built client is; null serves none. */
  clientFolder: string | null;
  /** The event log, for subscriptions of our own subgraphs; null where there are none. */
  events: EventTail | null;
  socketLimits?: Partial<SocketLimits>;
  /** Names what rules leave of a tenant's data for a viewer; left out where our subgraphs have none. */
  dataKey?: DataKey;
  /** Documents that clients may name instead of sending them; when left out those they hand in under their hash. */
  documents?: PersistedDocuments;
}

export interface HttpOptions {
  host: string;
  port: number;
  /** How long new requests are still served once the gateway is told to stop, in milliseconds. */
  graceMs?: number;
  /** Pages of other origins that may talk to the graph; none when left out. */
  origins?: AllowedOrigins;
  /** How long an operation may take altogether, in milliseconds. */
  timeoutMs?: number;
  /** How many proxies of ours stand in front, each of which adds an address to `X-Forwarded-For`; none when left out. */
  proxies?: number;
}

export interface Gateway extends HttpServer {
  /**
   * Serves another supergraph from now on; what is under way ends on the one it began on.
   * @returns false when it is served already
   * @throws SupergraphError when it cannot be; nothing has changed then
   */
  replaceSupergraph(sdl: string): boolean;
}

const DEFAULT_TIMEOUT_MS = 60_000;
const NO_ORIGINS: AllowedOrigins = new Set();

/** The one public door: the graph, health, uploads and the client at one address. Rejects with EADDRINUSE when the port is taken. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { server, federated } = await startGraphServer(options);
  const requests = createRequestJournal(options);
  const admission = withCurrentAccess(options, requests);
  const { documents = createPersistedDocuments({ mode: 'OFF', manifest: NO_DOCUMENTS, automatic: true }) } = options;
  const { host, port, graceMs = 0, origins = NO_ORIGINS, timeoutMs = DEFAULT_TIMEOUT_MS, proxies = 0 } = options.http;
  const limits = options.limits ?? null;
  const drain = new Drain();
  const sockets = openSocketDoor({
    ...options,
    dataKey: options.dataKey ?? (() => ''),
    requests,
    run: operationRunner(server, timeoutMs),
    documents,
    origins,
    proxies,
    limits: options.socketLimits ?? {},
    counting: limits,
  });
  const routes: Route[] = [
    graphqlRoute({ server, admission, requests, origins, documents, timeoutMs, proxies, limits }),
    mcpRoute({ admission, run: operationRunner(server, timeoutMs), proxies, limits }),
    ...healthRoutes(options.readiness, options.metrics, drain),
    ...options.routes.map((route) => subgraphRoute(route, { admission, access: options.access, requests, proxies, limits })),
    ...(options.clientFolder === null ? [] : [staticRoute(options.clientFolder)]),
  ];
  const http = await startHttpServer({
    host,
    port,
    routes,
    drain,
    graceMs,
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
    logger: options.logger,
  }).catch(async (error: unknown) => {
    await sockets.stop();
    await server.stop();
    throw error;
  });
  return {
    url: http.url,
    replaceSupergraph(sdl) {
      const replaced = federated.replace(sdl);
      if (replaced) sockets.graphChanged();
      return replaced;
    },
    async stop() {
      drain.begin();
      await Promise.all([sockets.stop(), http.stop()]);
      await server.stop();
    },
  };
}

/** Whoever is admitted has the rights of this moment, not those of the token's making. */
function withCurrentAccess({ admission, access }: Pick<GatewayOptions, 'admission' | 'access'>, requests: RequestJournal): Admission {
  return async (caller) => {
    const admitted = await admission(caller).catch((error: unknown) => {
      requests.refusedStranger(caller.address, 'HTTP', error);
      throw error;
    });
    const context = access.current(admitted.context);
    if (context instanceof DomainError) {
      requests.refused(admitted.context, 'HTTP', context);
      throw context;
    }
    return context === admitted.context ? admitted : { ...admitted, context };
  };
}

interface RouteSurroundings {
  admission: Admission;
  access: Pick<AccessWatch, 'isFrozen'>;
  requests: RequestJournal;
  proxies: number;
  limits: GatewayLimits | null;
}

function subgraphRoute(route: HttpRoute, { admission, access, requests, proxies, limits }: RouteSurroundings): Route {
  const kind = route.method === 'GET' ? 'READ' : 'UPLOAD';
  return {
    method: route.method,
    path: route.prefix,
    async handle(request, response) {
      const { context } = await admission(callerOf(request, proxies));
      const call = await noted(limits?.route(context, kind) ?? null, newTicket());
      if (call !== null) for (const [name, value] of limitHeaders(call)) response.setHeader(name, value);
      const refusal = call === null ? null : rateRefusal(call);
      await requests.route(context, `${route.method} ${route.prefix}`, response, async () => {
        if (refusal !== null) throw refusal;
        const { viewer } = context;
        if (kind === 'UPLOAD' && viewer.kind === 'user' && access.isFrozen(viewer.tenantId)) throw doorErrors.TENANT_FROZEN({});
        await route.handle(request, response, createGraphContext(context));
      });
    },
  };
}
