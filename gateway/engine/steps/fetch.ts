import type { FetchDataRewrite, FetchNode } from '@apollo/query-planner';
import { OperationTypeNode } from 'graphql';
import type { FetchResult, SubgraphOperation, Source } from '../../sources/source.ts';
import type { Segment } from './path.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';
import type { Run } from './run.ts';
import type { TypeCondition } from './type-conditions.ts';

/** One fetch of a plan, with everything that is the same each time. */
export interface Fetch {
  readonly source: Source;
  readonly operation: SubgraphOperation;
  /** Names of the variables it uses, as the subgraph's operation calls them and as the caller does. */
  readonly variables: readonly { there: string; here: string }[];
  /** From the root of the data to the objects it is about; empty for a root fetch. */
  readonly segments: readonly Segment[];
  /** What is done to each object that the subgraph answers with. */
  readonly rewrite: Rewrite | null;
  /** Names in the answer that only tell fields of different types apart, with those that they stand for. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The part of a fetch that root fetches and entity fetches have in common. */
export function describeFetch(
  node: FetchNode,
  source: Source,
  segments: readonly Segment[],
  names: { operation: SubgraphOperation; variableOf: (there: string) => string },
  isOfType: TypeCondition,
): Fetch {
  return {
    source,
    operation: names.operation,
    variables: (node.variableUsages ?? []).map((there) => ({ there, here: names.variableOf(there) })),
    segments,
    rewrite: compileRewrites(node.outputRewrites, isOfType),
    renamed: new Map((node.outputRewrites ?? []).flatMap(renamedBy)),
  };
}

function renamedBy(rewrite: FetchDataRewrite): [string, string][] {
  const name = rewrite.path.at(-1);
  return rewrite.kind === 'KeyRenamer' && name !== undefined ? [[name, rewrite.renameKeyTo]] : [];
}

/** The values of a fetch's variables; those that the caller left out stay out, so that the subgraph takes its defaults. */
export function variablesOf(fetch: Fetch, run: Run): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { there, here } of fetch.variables) {
    const value = run.variables[here];
    if (value !== undefined) values[there] = value;
  }
  return values;
}

/**
 * Asks the subgraph. A subscription's own field is answered by the part of the subscription that this is: opened, told of an event, or told what
 * another's subgraph has sent.
 */
export function ask(fetch: Fetch, variables: Record<string, unknown>, run: Run): Promise<FetchResult> {
  const { source, operation } = fetch;
  const phase = operation.kind === OperationTypeNode.SUBSCRIPTION ? run.context.subscription : null;
  if (phase?.kind === 'PAYLOAD') return Promise.resolve(phase.result);
  if (phase?.kind !== 'OPEN') return source.fetch(operation, variables, run.context);
  return source.open(operation, variables, run.context).then((stream) => {
    phase.opened(stream);
    return NOTHING;
  });
}

const NOTHING: FetchResult = { data: null, errors: [] };
