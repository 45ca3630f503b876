import type { GatewayConfig } from '@apollo/gateway';

type PlanResolved = NonNullable<GatewayConfig['experimental_didResolveQueryPlan']>;

/**
 * Makes a subscription's plan one that can be executed: first the subgraph that owns the field, whose source knows which part of the subscription it
 * is asked for, then what the others add to it. The planner has done the work; the gateway only refuses to carry it out.
 */
export const followablePlans: PlanResolved = ({ queryPlan }) => {
  const { node } = queryPlan;
  if (node?.kind !== 'Subscription') return;
  queryPlan.node = node.rest === undefined ? node.primary : { kind: 'Sequence', nodes: [node.primary, node.rest] };
};
