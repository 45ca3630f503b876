import type { FetchDataRewrite, FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { parse, print, visit } from 'graphql';
import type { FixedArguments } from './fixed-arguments.ts';
import { splitByRequirement } from './split-requirements.ts';

/** The plan with the fields that were made up replaced: subgraphs are asked with the arguments, and told the values under the fields' own names. */
export function restoreArguments(plan: QueryPlan, fixed: FixedArguments): QueryPlan {
  return mapFetches(plan, (fetch) => restoreFetch(fetch, fixed)) as QueryPlan;
}

type Node = QueryPlan | PlanNode | NonNullable<QueryPlan['node']>;

/** Every object of a plan that is a fetch, whatever it is nested in. */
function mapFetches(value: unknown, change: (fetch: FetchNode) => Node): unknown {
  if (Array.isArray(value)) return value.map((item) => mapFetches(item, change));
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value && value.kind === 'Fetch') return change(value as FetchNode);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapFetches(inner, change)]));
}

function restoreFetch(fetch: FetchNode, fixed: FixedArguments): Node {
  const parts = splitByRequirement(fetch, fixed).map((part) => restoreOne(part, fixed));
  const [only, ...others] = parts;
  return only === undefined || others.length > 0 ? { kind: 'Parallel', nodes: parts } : only;
}

function restoreOne(fetch: FetchNode, { calls }: FixedArguments): FetchNode {
  const { operationDocumentNode: _, ...rest } = fetch;
  const document = visit(parse(fetch.operation, { noLocation: true }), {
    Field(node) {
      const call = calls.get(node.name.value);
      if (call === undefined) return undefined;
      const alias = node.alias ?? { ...node.name };
      return { ...node, alias, name: { ...node.name, value: call.field }, arguments: [...call.args] };
    },
  });
  // Before the planner's own, which may say another type than the one the names are found under.
  const renamed = renamers(fetch.requires ?? [], [], calls);
  return {
    ...rest,
    operation: print(document),
    ...(renamed.length === 0 ? {} : { inputRewrites: [...renamed, ...(fetch.inputRewrites ?? [])] }),
  };
}

/** What is done to a representation before it is sent: the outer name first, so that the inner ones are found under it. */
function renamers(
  selections: readonly QueryPlanSelectionNode[],
  path: readonly string[],
  calls: FixedArguments['calls'],
): FetchDataRewrite[] {
  return selections.flatMap((selection): FetchDataRewrite[] => {
    if (selection.kind === 'InlineFragment') {
      const step = selection.typeCondition === undefined ? [] : [`... on ${selection.typeCondition}`];
      return renamers(selection.selections, [...path, ...step], calls);
    }
    const name = calls.get(selection.name)?.field ?? selection.name;
    const below = renamers(selection.selections ?? [], [...path, name], calls);
    return name === selection.name ? below : [{ kind: 'KeyRenamer', path: [...path, selection.name], renameKeyTo: name }, ...below];
  });
}
