import type { PlanNode, QueryPlan } from '@apollo/query-planner';

/** The labels of the parts that a plan fetches later. */
export function deferredLabels({ node }: QueryPlan): ReadonlySet<string> {
  const labels = new Set<string>();
  const walk = (each: PlanNode | undefined): void => {
    if (each === undefined || each.kind === 'Fetch') return;
    if (each.kind === 'Flatten') walk(each.node);
    else if (each.kind === 'Condition') [each.ifClause, each.elseClause].forEach(walk);
    else if (each.kind === 'Defer') {
      walk(each.primary.node);
      for (const { label, node: below } of each.deferred) {
        if (label !== undefined) labels.add(label);
        walk(below);
      }
    } else each.nodes.forEach(walk);
  };
  if (node?.kind !== 'Subscription') walk(node);
  return labels;
}
