import { OperationTypeNode, type ExecutionResult, type GraphQLError } from 'graphql';
import { commonErrors } from '../errors/common.errors.ts';
import { underKey } from '../idempotency/receipt.ts';
import type { DomainEvent } from '../outbox/consumer.ts';
import { withLogContext, type Logger } from '../telemetry/logger.ts';
import { actorOf } from '../viewer/actor-of.ts';
import type { BuiltSubgraph } from './build-subgraph.ts';
import type { GraphContext } from './context.ts';
import { createDocuments } from './documents.ts';

export interface SubgraphRequest {
  query: string;
  variables?: Readonly<Record<string, unknown>>;
  operationName?: string;
  /** The event that a subscription tells of; it is the root of the operation. */
  event?: DomainEvent;
}

/** @throws DomainError, GraphQLError what was wrong before anything was executed; else that is in the result */
export type SubgraphExecutor = (request: SubgraphRequest, context: GraphContext) => ExecutionResult | Promise<ExecutionResult>;

/**
 * Runs operations on a subgraph: parsed, validated and compiled once per text, permissions checked per document and role, then executed.
 * Failures nobody foresaw are logged here, where their stack is; the door masks them. @throws (the function) UNAUTHENTICATED, FORBIDDEN
 */
export function createSubgraphExecutor(built: Pick<BuiltSubgraph, 'name' | 'schema' | 'check'>, logger: Logger): SubgraphExecutor {
  const prepare = createDocuments(built);
  return ({ query, variables, operationName, event }, context) => {
    const prepared = prepare(query, context);
    if ('errors' in prepared) return prepared;
    const operation = prepared.operation(operationName ?? null);
    if ((operation.kind === OperationTypeNode.SUBSCRIPTION) !== (event !== undefined))
      throw commonErrors.INVALID_INPUT({ reason: 'A subscription is executed for an event, and nothing else is.' });
    const { viewer, requestId } = context;
    if (event !== undefined && (viewer.kind !== 'user' || viewer.tenantId !== event.tenantId))
      throw commonErrors.FORBIDDEN({ action: 'reading this event' });
    const ids = { requestId, ...actorOf(viewer) };
    const told = (result: ExecutionResult): ExecutionResult => {
      if (result.errors !== undefined) logUnforeseen(result.errors, logger, { ...ids, subgraph: built.name });
      return result;
    };
    const work = (): ExecutionResult | Promise<ExecutionResult> => operation.execute(event, context, variables ?? {});
    const { effect } = context;
    const keyed = effect !== undefined && viewer.kind === 'user' && operation.kind === OperationTypeNode.MUTATION;
    const result = withLogContext(ids, () =>
      keyed ? underKey({ ...effect, tenantId: viewer.tenantId, actorId: viewer.userId }, work) : work(),
    );
    return result instanceof Promise ? result.then(told) : told(result);
  };
}

function logUnforeseen(errors: readonly GraphQLError[], logger: Logger, ids: object): void {
  for (const error of errors) {
    if (error.extensions['todo'] === undefined)
      logger.error({ err: error.originalError ?? error, ...ids, path: error.path }, 'a resolver failed');
  }
}
