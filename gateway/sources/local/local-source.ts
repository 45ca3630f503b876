import { GraphQLError, type ExecutionResult } from 'graphql';
import { DomainError } from '../../../subgraphs/kernel/errors/domain-error.ts';
import { createGraphContext } from '../../../subgraphs/kernel/federation/context.ts';
import type { SubgraphExecutor, SubgraphRequest } from '../../../subgraphs/kernel/federation/execute-subgraph.ts';
import type { SubgraphStreams } from '../../../subgraphs/kernel/federation/open-stream.ts';
import type { Metrics } from '../../../subgraphs/kernel/telemetry/metrics.ts';
import { inSpan } from '../../../subgraphs/kernel/telemetry/span.ts';
import { eventOf } from '../event-of.ts';
import type { FetchResult, SubgraphOperation, SubgraphSource } from '../subgraph-source.ts';

/** A subgraph of this process: its executor is called directly, with a fresh scope for each fetch. */
export function localSource(
  name: string,
  subgraph: { execute: SubgraphExecutor; openStream: SubgraphStreams },
  metrics: Metrics,
): SubgraphSource {
  const span = { attributes: { 'autonomos.subgraph': name } };
  const spanName = `subgraph ${name}`;
  return {
    name,
    async fetch(operation, variables, context) {
      const end = metrics.subgraphSeconds.startTimer({ subgraph: name });
      const event = eventOf(operation, context);
      const request = { ...requestOf(operation, variables), ...(event === null ? {} : { event }) };
      const result = await inSpan(spanName, span, () => answer(() => subgraph.execute(request, createGraphContext(context))));
      end({ outcome: result.errors.length === 0 ? 'ok' : 'error' });
      return result;
    },
    async open(operation, variables, context) {
      const stream = await subgraph.openStream(requestOf(operation, variables), createGraphContext(context));
      return { kind: 'LOG', stream };
    },
    async close() {
      // Nothing is held.
    },
  };
}

async function answer(execute: () => Promise<ExecutionResult>): Promise<FetchResult> {
  try {
    const { data, errors } = await execute();
    return { data: data ?? null, errors: errors === undefined ? [] : errors.map((error) => error.toJSON()) };
  } catch (error) {
    if (error instanceof GraphQLError) return { data: null, errors: [error.toJSON()] };
    if (!(error instanceof DomainError)) throw error;
    return { data: null, errors: [{ message: error.message, extensions: { ...error.extensions } }] };
  }
}

function requestOf(operation: SubgraphOperation, variables: Readonly<Record<string, unknown>>): SubgraphRequest {
  return { query: operation.text, variables, ...(operation.name === null ? {} : { operationName: operation.name }) };
}
