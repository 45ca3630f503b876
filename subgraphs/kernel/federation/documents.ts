import { parse, validate, type DocumentNode, type GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { BuiltSubgraph } from './build-subgraph.ts';
import type { GraphContext } from './context.ts';
import { compileOperation, type CompiledOperation } from './execution/compile-operation.ts';

const MAX_DOCUMENTS = 2_000;
/** Of all documents that are kept. What is compiled takes some 60 bytes of memory for each. */
const MAX_CHARACTERS = 500_000;

/** A valid document of a subgraph. */
export interface SubgraphDocument {
  document: DocumentNode;
  /** The operation of this name, compiled when it is first asked for. @throws GraphQLError when there is none */
  operation(name: string | null): CompiledOperation;
}

/** Parses and validates a subgraph's operations, once per text, and checks each against the viewer's role. */
export type Documents = (query: string, context: GraphContext) => SubgraphDocument | { errors: readonly GraphQLError[] };

/** @throws (the function) UNAUTHENTICATED, FORBIDDEN; GraphQLError when the text cannot be parsed */
export function createDocuments({ schema, check }: Pick<BuiltSubgraph, 'schema' | 'check'>): Documents {
  const known = new LRUCache<string, SubgraphDocument>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_document, query) => query.length,
  });
  return (query, context) => {
    let prepared = known.get(query);
    if (prepared === undefined) {
      const document = parse(query, { noLocation: true });
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors };
      const operations = new Map<string | null, CompiledOperation>();
      prepared = {
        document,
        operation(name) {
          let operation = operations.get(name);
          if (operation === undefined) operations.set(name, (operation = compileOperation(schema, document, name)));
          return operation;
        },
      };
      known.set(query, prepared);
    }
    const refusal = check(prepared.document, context.viewer);
    if (refusal !== null) throw refusal;
    return prepared;
  };
}
