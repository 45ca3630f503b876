import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Idempotency } from '../subgraphs/kernel/idempotency/idempotency.ts';
import type { Flags } from '../subgraphs/kernel/flags/flags.ts';
import type { Journal } from '../subgraphs/kernel/journal/journal.ts';
import type { Metrics } from '../subgraphs/kernel/telemetry/metrics.ts';
import type { Contract } from './authorization/contract/contract.ts';
import type { GatewayContext } from './context.ts';
import { demandCheck } from './demand/demand-check.ts';
import { createDemandControl } from './demand/demand-control.ts';
import { FIXED_ACCESS, type AccessWatch } from './door/access-watch.ts';
import { PRODUCT_DOOR, type DoorOptions } from './door/door-options.ts';
import { introspectionCheck } from './door/introspection.ts';
import { oncePerKey } from './idempotency/once.ts';
import type { GatewayLimits } from './limits/gateway-limits.ts';
import type { InTurn } from './limits/in-turn.ts';
import { maskError } from './door/mask-error.ts';
import { MAX_VALIDATION_ERRORS, shapeLimits } from './door/shape-limits.ts';
import { variableExcess } from './door/variable-limits.ts';
import { loadSupergraph } from './engine/supergraph.ts';
import { FederatedGateway, type FederationOptions } from './federation/federated-gateway.ts';
import { replyText } from './http/reply-text.ts';
import { authorizationCheck } from './plugins/authorization-check.ts';
import { executionPlugin } from './plugins/execution-plugin.ts';
import { demandsWhenAsked, frozenCheck } from './plugins/frozen-check.ts';
import { FetchTimes } from './plugins/fetch-times.ts';
import { liveCheck } from './plugins/live-check.ts';
import { operationObserver } from './plugins/observe-operations.ts';
import { operationPlugin } from './plugins/operation-plugin.ts';
import { subscriptionCheck } from './plugins/subscription-check.ts';

export interface GraphServerOptions extends Omit<FederationOptions, 'load' | 'planned'> {
  mode: 'development' | 'production';
  /** Callers are shown what failed inside: for development mode, where it is our own machine. */
  debug?: boolean;
  /** Notes what people ask; null where nobody is known. */
  journal: Journal | null;
  metrics: Metrics;
  clock: () => Date;
  /** Only this part of the graph is shown and served; null: all of it. */
  contract?: Contract | null;
  /** What tenants have switched off; nothing when left out. */
  flags?: Pick<Flags, 'isOn'>;
  /** Which tenants are frozen; left out where there are none. */
  access?: Pick<AccessWatch, 'isFrozen'>;
  /** Whether an action of ours is allowed in a frozen tenant; none when left out. */
  whileFrozen?: (action: string) => boolean;
  /** What is counted, and against what; nothing when left out. */
  limits?: GatewayLimits | null;
  /** Has operations wait for their turn; left out: nobody waits. */
  inTurn?: InTurn;
  /** Carries out mutations that have a key once; null or left out: keys are not looked at. */
  idempotency?: Idempotency | null;
  /** What is let through, where it is not what the product lets through. */
  door?: Partial<DoorOptions>;
}

/** Fetches this share of a slow operation are long enough to be named in its line. */
const NOTICED_SHARE = 1 / 20;

export interface GraphServer {
  server: ApolloServer<GatewayContext>;
  /** The supergraph behind it, which can be replaced. */
  federated: FederatedGateway;
}

/** Apollo Server over the supergraph, with limits, permissions, masking, metrics and the journal. Started; stop it with `server.stop()`. */
export async function startGraphServer(options: GraphServerOptions): Promise<GraphServer> {
  const { logger } = options;
  const door: DoorOptions = { ...PRODUCT_DOOR, ...options.door };
  const hideSuggestions = options.mode === 'production';
  const fetchTimes = door.slowOperationMs === null ? null : new FetchTimes(door.slowOperationMs * NOTICED_SHARE);
  const federated = new FederatedGateway({
    ...options,
    planned: (seconds) => options.metrics.planSeconds.observe(seconds),
    load: (sdl) => loadSupergraph(sdl, { contract: options.contract ?? null, defer: true }),
    connect(supergraph) {
      const sources = options.connect(supergraph);
      return fetchTimes === null ? sources : fetchTimes.allTimed(sources);
    },
  });
  const demandsOf = federated.derive(demandsWhenAsked);
  const demandOf = federated.derive((supergraph) => createDemandControl(supergraph, door.demand));
  const observer = operationObserver({ ...options, slowMs: door.slowOperationMs, fetchTimes, names: door.operationNames });
  const shown = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
    maskError(formatted, error, logger, {
      subgraphMessages: door.subgraphMessages,
      hideSuggestions,
      debug: options.debug === true,
    });
  const format = (error: GraphQLError): GraphQLFormattedError => shown(error.toJSON(), error);
  const server = new ApolloServer<GatewayContext>({
    gateway: federated,
    logger,
    nodeEnv: options.mode,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    // The route sees to it, before anything is read.
    csrfPrevention: false,
    // Documents are found by their ids and hashes before they come here.
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: door.shape.tokens },
    validationRules: [shapeLimits(door.shape)],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS, hideSuggestions },
    formatError: shown,
    stringifyResult: replyText,
    plugins: [
      operationPlugin(
        [
          ({ variables }) => variableExcess(variables, door.variables),
          introspectionCheck(door.introspection),
          subscriptionCheck,
          liveCheck(options.flags ?? { isOn: () => true }),
          authorizationCheck((schema) => federated.generationOf(schema).authorization),
          frozenCheck(options.access ?? FIXED_ACCESS, options.whileFrozen ?? (() => false), demandsOf),
          demandCheck(demandOf),
        ],
        observer,
        options.limits ?? null,
      ),
      executionPlugin(federated, format, {
        inTurn: options.inTurn ?? null,
        once: options.idempotency === undefined || options.idempotency === null ? null : oncePerKey(options.idempotency, format),
      }),
      ...WITHOUT,
    ],
  });
  await server.start();
  return { server, federated };
}

/** What Apollo Server does by itself and nobody here asks for; each would cost every request. */
const WITHOUT = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];
