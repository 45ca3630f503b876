import { parse, validate, type DocumentNode, type GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { BuiltSubgraph } from './build-subgraph.ts';
import type { GraphContext } from './context.ts';

const MAX_DOCUMENTS = 2_000;

/** Parses and validates a subgraph's operations, once per text, and checks each against the viewer's role. */
export type Documents = (query: string, context: GraphContext) => { document: DocumentNode } | { errors: readonly GraphQLError[] };

/** @throws (the function) UNAUTHENTICATED, FORBIDDEN; GraphQLError when the text cannot be parsed */
export function createDocuments({ schema, check }: Pick<BuiltSubgraph, 'schema' | 'check'>): Documents {
  const documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });
  return (query, context) => {
    let document = documents.get(query);
    if (document === undefined) {
      document = parse(query, { noLocation: true });
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors };
      documents.set(query, document);
    }
    const refusal = check(document, context.viewer);
    if (refusal !== null) throw refusal;
    return { document };
  };
}
