import { operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import type { Supergraph } from '../supergraph.ts';

/** More alternatives than that are not compared: the best of those looked at is taken. */
const MAX_EVALUATED_PLANS = 2_000;

/** Plans operations of one supergraph. */
export type Planner = (document: DocumentNode) => QueryPlan;

/** A planner on this thread. @throws (the function) GraphQLError for a document that is not valid */
export function createPlanner({ federation, defer }: Pick<Supergraph, 'federation' | 'defer'>): Planner {
  const planner = new QueryPlanner(federation, {
    incrementalDelivery: { enableDefer: defer },
    debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS },
  });
  const api = federation.apiSchema();
  return (document) => planner.buildQueryPlan(operationFromDocument(api, document, { validate: false }));
}
