import { execute, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { BuiltSubgraph } from './build-subgraph.ts';
import type { GraphContext } from './context.ts';

const MAX_DOCUMENTS = 2_000;

export interface SubgraphRequest {
  query: string;
  variables?: Readonly<Record<string, unknown>>;
  operationName?: string;
}

export type SubgraphExecutor = (request: SubgraphRequest, context: GraphContext) => Promise<ExecutionResult>;

/** Runs operations on a subgraph: parsed and validated once per text, permissions checked per document and role, then executed. */
export function createSubgraphExecutor({ schema, check }: BuiltSubgraph): SubgraphExecutor {
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
    return execute({
      schema,
      document,
      contextValue: context,
      variableValues: variables ?? null,
      operationName: operationName ?? null,
    });
  };
}
