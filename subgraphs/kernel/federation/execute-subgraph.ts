import { execute, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import { withLogContext, type Logger } from '../telemetry/logger.ts';
import type { BuiltSubgraph } from './build-subgraph.ts';
import type { GraphContext } from './context.ts';

const MAX_DOCUMENTS = 2_000;

export interface SubgraphRequest {
  query: string;
  variables?: Readonly<Record<string, unknown>>;
  operationName?: string;
}

export type SubgraphExecutor = (request: SubgraphRequest, context: GraphContext) => Promise<ExecutionResult>;

/**
 * Runs operations on a subgraph: parsed and validated once per text, permissions checked per document and role, then executed. Failures
 * nobody foresaw are logged here, where their stack is; the door masks them.
 */
export function createSubgraphExecutor({ name, schema, check }: BuiltSubgraph, logger: Logger): SubgraphExecutor {
  const documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });
  return async ({ query, variables, operationName }, context) => {
    let document = documents.get(query);
    if (document === undefined) {
      document = parse(query, { noLocation: true });
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors };
      documents.set(query, document);
    }
    const refusal = check(document, context.viewer);
    if (refusal !== null) throw refusal;
    const { viewer, requestId } = context;
    const ids = { requestId, ...(viewer.kind === 'user' ? { tenantId: viewer.tenantId } : {}) };
    const result = await withLogContext(ids, async () =>
      execute({ schema, document, contextValue: context, variableValues: variables ?? null, operationName: operationName ?? null }),
    );
    for (const error of result.errors ?? []) {
      if (error.extensions['todo'] === undefined)
        logger.error({ err: error.originalError ?? error, ...ids, subgraph: name, path: error.path }, 'a resolver failed');
    }
    return result;
  };
}
