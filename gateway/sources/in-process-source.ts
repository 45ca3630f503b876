import { GraphQLError, type ExecutionResult } from 'graphql';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { createGraphContext } from '../../subgraphs/kernel/federation/context.ts';
import type { SubgraphExecutor, SubgraphRequest } from '../../subgraphs/kernel/federation/execute-subgraph.ts';
import type { SubgraphStreams } from '../../subgraphs/kernel/federation/open-stream.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { inSpan } from '../../subgraphs/kernel/telemetry/span.ts';
import { contextOf, phaseOf, type FetchOptions, type Source } from './source.ts';

/** A subgraph of this process: its executor is called directly, one fresh scope a fetch. */
export function inProcessSource(
  name: string,
  subgraph: { execute: SubgraphExecutor; openStream: SubgraphStreams },
  metrics: Metrics,
): Source {
  return {
    name,
    async process(options) {
      const end = metrics.subgraphSeconds.startTimer({ subgraph: name });
      const span = { attributes: { 'autonomos.subgraph': name } };
      const result = await inSpan(`subgraph ${name}`, span, () => answer(subgraph, options));
      end({ outcome: result.errors === undefined ? 'ok' : 'error' });
      // The gateway merges into what it is given; the executor's results are ours to give away once.
      return {
        data: result.data ?? null,
        ...(result.errors === undefined ? {} : { errors: result.errors.map((error) => error.toJSON()) }),
      };
    },
  };
}

async function answer(
  { execute, openStream }: { execute: SubgraphExecutor; openStream: SubgraphStreams },
  options: FetchOptions,
): Promise<ExecutionResult> {
  const context = createGraphContext(contextOf(options));
  const phase = phaseOf(options);
  const request = requestOf(options);
  try {
    if (phase?.kind !== 'OPEN') return await execute(phase?.kind === 'EVENT' ? { ...request, event: phase.event } : request, context);
    phase.opened({ kind: 'LOG', stream: await openStream(request, context) });
    return { data: null };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    if (!(error instanceof DomainError)) throw error;
    return { errors: [new GraphQLError(error.message, { extensions: error.extensions, originalError: error })] };
  }
}

function requestOf({ request }: FetchOptions): SubgraphRequest {
  return {
    query: request.query ?? '',
    ...(request.variables === undefined ? {} : { variables: request.variables }),
    ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
  };
}
