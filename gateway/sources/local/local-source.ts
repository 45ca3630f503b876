import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '../../../subgraphs/kernel/errors/domain-error.ts';
import { createGraphContext } from '../../../subgraphs/kernel/federation/context.ts';
import type { SubgraphExecutor, SubgraphRequest } from '../../../subgraphs/kernel/federation/execute-subgraph.ts';
import type { SubgraphStreams } from '../../../subgraphs/kernel/federation/open-stream.ts';
import type { Metrics } from '../../../subgraphs/kernel/telemetry/metrics.ts';
import type { GatewayContext } from '../../context.ts';
import { eventOf } from '../event-of.ts';
import type { FetchResult, SubgraphOperation, Source } from '../source.ts';
import { fetchWatch } from '../watch-fetches.ts';

const NO_ERRORS: readonly GraphQLFormattedError[] = [];

/** A subgraph of this process: its executor is called directly, with a fresh scope for each fetch. */
export function localSource(
  name: string,
  { execute, openStream }: { execute: SubgraphExecutor; openStream: SubgraphStreams },
  metrics: Metrics,
): Source {
  const watch = fetchWatch(name, metrics, 'INTERNAL');
  return {
    name,
    fetch: (operation, variables, context) => watch(() => fetch(execute, requestOf(operation, variables, context), context)),
    async open(operation, variables, context) {
      const stream = await openStream(requestOf(operation, variables, context), createGraphContext(context));
      return { kind: 'LOG', stream };
    },
    async close() {
      // Nothing is held.
    },
  };
}

async function fetch(execute: SubgraphExecutor, request: SubgraphRequest, context: GatewayContext): Promise<FetchResult> {
  try {
    const { data, errors } = await execute(request, createGraphContext(context));
    return { data: data ?? null, errors: errors === undefined ? NO_ERRORS : errors.map((error) => error.toJSON()) };
  } catch (error) {
    if (error instanceof GraphQLError) return { data: null, errors: [error.toJSON()] };
    if (!(error instanceof DomainError)) throw error;
    return { data: null, errors: [{ message: error.message, extensions: { ...error.extensions } }] };
  }
}

function requestOf(operation: SubgraphOperation, variables: Readonly<Record<string, unknown>>, context: GatewayContext): SubgraphRequest {
  const event = eventOf(operation, context);
  const { text: query, name } = operation;
  return { query, variables, ...(name === null ? {} : { operationName: name }), ...(event === null ? {} : { event }) };
}
