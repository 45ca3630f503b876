import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { ActionTable } from '../subgraphs/kernel/permissions/actions.ts';
import type { Journal } from '../subgraphs/kernel/journal/journal.ts';
import type { Logger } from '../subgraphs/kernel/telemetry/logger.ts';
import type { Metrics } from '../subgraphs/kernel/telemetry/metrics.ts';
import { createAuthorization, type Authorization } from './authorization/authorization.ts';
import type { GatewayContext } from './context.ts';
import { maskError } from './door/mask-error.ts';
import { introspectionCheck } from './door/introspection.ts';
import { MAX_VALIDATION_ERRORS, SHAPE_LIMITS, shapeLimits } from './door/shape-limits.ts';
import { VARIABLE_LIMITS, variableExcess } from './door/variable-limits.ts';
import { authorizationCheck } from './plugins/authorization-check.ts';
import { observationPlugin } from './plugins/observation-plugin.ts';
import { checksPlugin } from './plugins/operation-checks.ts';
import { subscriptionCheck } from './plugins/subscription-check.ts';
import type { Source } from './sources/source.ts';
import { followablePlans } from './subscription-plan.ts';

export interface GraphServerOptions {
  supergraphSdl: string;
  sources: readonly Source[];
  /** The merged, expanded table of all the subgraphs. */
  actions: ActionTable;
  mode: 'development' | 'production';
  journal: Journal;
  logger: Logger;
  metrics: Metrics;
  clock: () => Date;
}

/** Apollo Server over the supergraph, with limits, permissions, masking, metrics and the journal. Started; stop it with `stop()`. */
export async function startGraphServer(options: GraphServerOptions): Promise<ApolloServer<GatewayContext>> {
  const { sources, logger } = options;
  const byName = new Map(sources.map((source) => [source.name, source]));
  const gateway = new ApolloGateway({
    // Features of this kind are refused unless they are known; authorization reads them itself.
    supergraphSdl: options.supergraphSdl.replaceAll(', for: SECURITY', ''),
    buildService({ name }) {
      const source = byName.get(name);
      if (source === undefined) throw new Error(`the supergraph names the subgraph ${name}, which this topology does not serve`);
      return source;
    },
    experimental_didResolveQueryPlan: followablePlans,
    logger,
  });
  const guards = new WeakMap<GraphQLSchema, Authorization>();
  const guardOf = (schema: GraphQLSchema): Authorization => {
    let guard = guards.get(schema);
    if (guard === undefined) guards.set(schema, (guard = guardProduct(options, schema)));
    return guard;
  };
  const server = new ApolloServer<GatewayContext>({
    gateway,
    logger,
    nodeEnv: options.mode,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    // The route sees to it, before anything is read.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: options.mode === 'production',
    parseOptions: { maxTokens: SHAPE_LIMITS.tokens },
    validationRules: [shapeLimits(SHAPE_LIMITS)],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    formatError: (formatted, error) => maskError(formatted, error, logger),
    plugins: [
      checksPlugin([
        ({ variables }) => variableExcess(variables, VARIABLE_LIMITS),
        introspectionCheck({ kind: 'ON' }),
        subscriptionCheck,
        authorizationCheck(guardOf),
      ]),
      observationPlugin(options),
    ],
  });
  await server.start();
  return server;
}

function guardProduct({ supergraphSdl, actions }: GraphServerOptions, apiSchema: GraphQLSchema): Authorization {
  const describe = (policy: string): string | null => actions[policy]?.description ?? null;
  return createAuthorization({ sdl: supergraphSdl, apiSchema }, { mode: 'REFUSE', describe });
}
