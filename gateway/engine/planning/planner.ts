import {
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph as FederationSupergraph,
} from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import { engineErrors } from '../engine.errors.ts';
import type { Supergraph } from '../supergraph.ts';
import { differsByType } from './differs-by-type.ts';
import { fixArguments } from './fixed-arguments.ts';
import { overrideConditions, overrideLabelsOf } from './override-labels.ts';
import './planner-repairs.ts';
import { restoreArguments } from './restore-arguments.ts';

/** More alternatives than that are not compared: the best of those looked at is taken. */
const MAX_EVALUATED_PLANS = 2_000;
/** Ways to one field over the subgraphs: on interface objects that lead to themselves each level squares them, up to all of the memory. */
const MAX_PATHS = 10_000;

/** Plans operations of one supergraph. */
export interface Planner {
  /** Rejects with OPERATION_TOO_COMPLEX when a plan takes too long, PLANNER_BUSY when too many others wait for theirs. */
  plan(document: DocumentNode): QueryPlan | Promise<QueryPlan>;
  /** When it can plan without having to start first. Never rejects. */
  ready(): Promise<void>;
  /** What waits for a plan is told that there will be none. */
  close(): Promise<void>;
}

/** A planner on this thread. */
export function createPlanner({
  federation,
  sdl,
  defer,
}: Pick<Supergraph, 'federation' | 'sdl' | 'defer'>): (document: DocumentNode) => QueryPlan {
  const fixed = fixArguments(sdl);
  const planned = fixed === null ? federation : buildFederation(fixed.sdl);
  const planner = (typeConditionedFetching: boolean): QueryPlanner =>
    new QueryPlanner(planned, {
      incrementalDelivery: { enableDefer: defer },
      debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS, pathsLimit: MAX_PATHS },
      typeConditionedFetching,
    });
  const plain = planner(false);
  let typed: QueryPlanner | null = null;
  const api = planned.apiSchema();
  const labels = overrideLabelsOf(planned.schema);
  return (document) => {
    try {
      const fit = differsByType(document) ? (typed ??= planner(true)) : plain;
      const plan = fit.buildQueryPlan(operationFromDocument(api, document, { validate: false }), {
        overrideConditions: overrideConditions(labels, document),
      });
      return fixed === null ? plan : restoreArguments(plan, fixed);
    } catch (cause) {
      if (cause instanceof Error && LIMITS.test(cause.message)) throw engineErrors.OPERATION_TOO_COMPLEX({}, { cause });
      throw cause;
    }
  };
}

function buildFederation(sdl: string): FederationSupergraph {
  return FederationSupergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false });
}

/** What the planner says when it gives up. */
const LIMITS = /exceeds? limit|reached the limit|recursive selections/i;
