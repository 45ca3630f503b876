import { OperationTypeNode, execute, getOperationAST, type ExecutionResult } from 'graphql';
import { commonErrors } from '../errors/common.errors.ts';
import type { DomainEvent } from '../outbox/consumer.ts';
import { withLogContext, type Logger } from '../telemetry/logger.ts';
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

export type SubgraphExecutor = (request: SubgraphRequest, context: GraphContext) => Promise<ExecutionResult>;

/**
 * Runs operations on a subgraph: parsed and validated once per text, permissions checked per document and role, then executed. Failures
 * nobody foresaw are logged here, where their stack is; the door masks them. @throws UNAUTHENTICATED, FORBIDDEN
 */
export function createSubgraphExecutor(built: BuiltSubgraph, logger: Logger): SubgraphExecutor {
  const { name, schema } = built;
  const prepare = createDocuments(built);
  return async ({ query, variables, operationName, event }, context) => {
    const prepared = prepare(query, context);
    if ('errors' in prepared) return prepared;
    const { document } = prepared;
    if ((getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION) !== (event !== undefined))
      throw commonErrors.INVALID_INPUT({ reason: 'A subscription is executed for an event, and nothing else is.' });
    const { viewer, requestId } = context;
    if (event !== undefined && (viewer.kind !== 'user' || viewer.tenantId !== event.tenantId))
      throw commonErrors.FORBIDDEN({ action: 'reading this event' });
    const ids = { requestId, ...(viewer.kind === 'user' ? { tenantId: viewer.tenantId } : {}) };
    const result = await withLogContext(ids, async () =>
      execute({
        schema,
        document,
        rootValue: event,
        contextValue: context,
        variableValues: variables ?? null,
        operationName: operationName ?? null,
      }),
    );
    for (const error of result.errors ?? []) {
      if (error.extensions['todo'] === undefined)
        logger.error({ err: error.originalError ?? error, ...ids, subgraph: name, path: error.path }, 'a resolver failed');
    }
    return result;
  };
}
