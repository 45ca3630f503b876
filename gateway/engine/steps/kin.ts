import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { OperationTypeNode } from 'graphql';

/** The class of a fetch, when another one of the plan asks the same; null otherwise. */
export type KinOf = (fetch: FetchNode) => number | null;

/** Which fetches of a plan ask the same, and whether equal objects may become one while it is carried out. */
export function kinOf(plan: PlanNode): { kin: KinOf; sharing: boolean } {
  const fetches: FetchNode[] = [];
  let typed = false;
  let deferred = false;
  const walk = (node: PlanNode): void => {
    if (node.kind === 'Fetch') fetches.push(node);
    else if (node.kind === 'Flatten') {
      typed ||= node.path.some((element) => String(element).includes('|'));
      walk(node.node);
    } else if (node.kind === 'Condition') [node.ifClause, node.elseClause].forEach((each) => each !== undefined && walk(each));
    else if (node.kind === 'Defer') {
      deferred = true;
      [node.primary, ...node.deferred].forEach((each) => each.node !== undefined && walk(each.node));
    } else node.nodes.forEach(walk);
  };
  walk(plan);
  const queries = fetches.every(({ operationKind }) => operationKind !== OperationTypeNode.MUTATION);
  const contextual = fetches.some(({ contextRewrites }) => contextRewrites !== undefined);
  const classes = new Map<string, { id: number; members: number }>();
  for (const fetch of queries ? fetches : []) {
    const known = classes.get(askedBy(fetch));
    if (known === undefined) classes.set(askedBy(fetch), { id: classes.size, members: 1 });
    else known.members++;
  }
  const kin: KinOf = (fetch) => {
    const found = fetch.requires === undefined || fetch.contextRewrites !== undefined ? undefined : classes.get(askedBy(fetch));
    return found === undefined || found.members < 2 ? null : found.id;
  };
  // Where an object stands can tell it apart from its equals: by what it is given from above, by the type it hangs under, by what of it is told already.
  return { kin, sharing: !contextual && !typed && !deferred };
}

/** Subgraphs' operations differ in their names, which say nothing of what is asked. */
const askedBy = ({ serviceName, operation, requires, inputRewrites, outputRewrites }: FetchNode): string =>
  JSON.stringify([serviceName, operation.replace(/^query \w+/, 'query '), requires, inputRewrites, outputRewrites]);
