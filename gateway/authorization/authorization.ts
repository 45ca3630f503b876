import { getOperationAST, print, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { Grants } from '../context.ts';
import { fieldDemands } from './field-demands.ts';
import { judgeOperation, type Law } from './judge-operation.ts';
import { readDemands } from './read-demands.ts';
import { RuntimeTypeSets } from './runtime-types.ts';
import { EVERYTHING, refused, type AuthorizationMode, type Verdict } from './verdict.ts';

const MAX_REMEMBERED_VERDICTS = 10_000;
const MAX_REMEMBERED_PARTS = 2_000;

export interface Authorization {
  /** Judges an operation of a validated document. Costs a look-up once it is known for these grants. */
  judge(document: DocumentNode, operationName: string | null, grants: Grants): Verdict;
}

/** The graph that is guarded: its supergraph SDL, and the schema that callers see. */
export interface GuardedGraph {
  sdl: string;
  apiSchema: GraphQLSchema;
}

/**
 * Guards a graph by @authenticated, @requiresScopes and @policy of its supergraph. `describe` says what a policy is about, completing “Your
 * role does not allow …”; null when it does not know. Fields under `@skip` and `@include` are judged whatever the variables say; only whether they are told of hangs on them.
 */
export function createAuthorization(
  graph: GuardedGraph,
  options: { mode: AuthorizationMode; describe: (policy: string) => string | null },
): Authorization {
  const { apiSchema } = graph;
  const demands = readDemands(graph.sdl);
  const law: Law = { ...options, sets: new RuntimeTypeSets(apiSchema), demandsOf: fieldDemands(apiSchema, demands) };
  const verdicts = new LRUCache<string, Verdict>({ max: MAX_REMEMBERED_VERDICTS });
  const parts = new LRUCache<string, DocumentNode>({ max: MAX_REMEMBERED_PARTS });
  const numbers = new WeakMap<OperationDefinitionNode, number>();
  let lastNumber = 0;
  /** Equal parts of an operation are one document, so that it is planned once for all who may ask for just that much. */
  const shared = (number: number, verdict: Verdict): Verdict => {
    const part = verdict.permitted?.document ?? null;
    if (part === null) return verdict;
    const key = `${number} ${print(part)}`;
    const document = parts.get(key) ?? part;
    parts.set(key, document);
    return { ...verdict, permitted: { document } };
  };
  return {
    judge(document, operationName, grants) {
      const operation = getOperationAST(document, operationName);
      if (operation == null) return refused(commonErrors.INVALID_INPUT({ reason: 'The document has no such operation.' }));
      const root = apiSchema.getRootType(operation.operation);
      // Validation lets the operations of a root that is not there through.
      if (root == null) return refused(commonErrors.INVALID_INPUT({ reason: `This graph has no ${operation.operation} to ask for.` }));
      if (demands.size === 0) return EVERYTHING;
      let number = numbers.get(operation);
      if (number === undefined) numbers.set(operation, (number = ++lastNumber));
      const key = `${number} ${grants.key}`;
      let verdict = verdicts.get(key);
      if (verdict === undefined) {
        verdict = shared(number, judgeOperation(law, { document, operation, root }, grants));
        verdicts.set(key, verdict);
      }
      return verdict;
    },
  };
}
