import { GraphQLError, type ExecutionResult } from 'graphql';
import { createGraphContext } from '../../subgraphs/kernel/federation/context.ts';
import type { SubgraphExecutor } from '../../subgraphs/kernel/federation/execute-subgraph.ts';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { inSpan } from '../../subgraphs/kernel/telemetry/span.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { contextOf, type FetchOptions, type Source } from './source.ts';

/** A subgraph of this process: its executor is called directly, one fresh scope a fetch. */
export function inProcessSource(name: string, execute: SubgraphExecutor, metrics: Metrics): Source {
  return {
    name,
    async process(options) {
      const end = metrics.subgraphSeconds.startTimer({ subgraph: name });
      const span = { attributes: { 'autonomos.subgraph': name } };
      const result = await inSpan(`subgraph ${name}`, span, () =>
        executeSafely(execute, options.request, createGraphContext(contextOf(options))),
      );
      end({ outcome: result.errors === undefined ? 'ok' : 'error' });
      // The gateway merges into what it is given; the executor's results are ours to give away once.
      return {
        data: result.data ?? null,
        ...(result.errors === undefined ? {} : { errors: result.errors.map((error) => error.toJSON()) }),
      };
    },
  };
}

type Request = FetchOptions['request'];

async function executeSafely(
  execute: SubgraphExecutor,
  request: Request,
  context: ReturnType<typeof createGraphContext>,
): Promise<ExecutionResult> {
  try {
    return await execute(
      {
        query: request.query ?? '',
        ...(request.variables === undefined ? {} : { variables: request.variables }),
        ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
      },
      context,
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { errors: [new GraphQLError(error.message, { extensions: error.extensions, originalError: error })] };
  }
}
