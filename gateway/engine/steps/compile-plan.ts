import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { isObjectType, parse, type DocumentNode } from 'graphql';
import type { SubgraphOperation, Source } from '../../sources/source.ts';
import { clientName } from '../planning/client-names.ts';
import type { Supergraph } from '../supergraph.ts';
import { compileContextFetch } from './context-fetch.ts';
import { compileEntityFetch, type EntityFetch } from './entity-fetch.ts';
import { announcing, deferring } from './defer-step.ts';
import { describeFetch } from './fetch.ts';
import { keyedOnly } from './keyed.ts';
import { kinOf, type KinOf } from './kin.ts';
import { parallel, sequence } from './order.ts';
import { objectsAt, segmentsOf, type Segment } from './path.ts';
import { compilePlainKey } from './plain-key.ts';
import { compileRepresentation } from './representation.ts';
import { compileRewrites } from './rewrites.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { Step } from './run.ts';
import { typeConditions, type TypeCondition } from './type-conditions.ts';

interface Compiling {
  supergraph: Supergraph;
  sources: ReadonlyMap<string, Source>;
  isOfType: TypeCondition;
  kin: KinOf;
  sharing: boolean;
}

/** A query plan as one function; null when nothing is to be fetched. A subscription's own field comes first, then what others add to it. */
export function compilePlan(plan: QueryPlan, supergraph: Supergraph, sources: ReadonlyMap<string, Source>): Step | null {
  const { node } = plan;
  if (node === undefined) return null;
  const whole: PlanNode =
    node.kind !== 'Subscription' ? node : { kind: 'Sequence', nodes: node.rest === undefined ? [node.primary] : [node.primary, node.rest] };
  const { kin, sharing } = kinOf(whole);
  return compileNode(whole, [], [], { supergraph, sources, isOfType: typeConditions(supergraph.schema), kin, sharing });
}

/** @param way from the step's cursor to what the node is about; `segments`: the same from the root */
function compileNode(node: PlanNode, way: readonly Segment[], segments: readonly Segment[], using: Compiling): Step {
  switch (node.kind) {
    case 'Sequence':
      return along(way, sequence(node.nodes.map((each) => compileNode(each, [], segments, using))));
    case 'Parallel':
      return along(way, parallel(node.nodes.map((each) => compileNode(each, [], segments, using))));
    case 'Flatten': {
      const further = segmentsOf(node.path);
      return compileNode(node.node, [...way, ...further], [...segments, ...further], using);
    }
    case 'Condition': {
      const then = node.ifClause === undefined ? null : compileNode(node.ifClause, way, segments, using);
      const otherwise = node.elseClause === undefined ? null : compileNode(node.elseClause, way, segments, using);
      const name = clientName(node.condition);
      return (run, cursor) => (run.coerced[name] === true ? then : otherwise)?.(run, cursor);
    }
    case 'Fetch': {
      const fetch = compileFetch(node, way, segments, using);
      return node.id === undefined ? fetch : announcing(node.id, fetch);
    }
    case 'Defer': {
      const deferred = node.deferred.map(({ label, depends, node: below }) => ({
        label: label ?? null,
        depends: depends.map(({ id }) => id),
        step: below === undefined ? null : compileNode(below, way, segments, using),
      }));
      const { node: first } = node.primary;
      return deferring(first === undefined ? null : compileNode(first, way, segments, using), deferred);
    }
  }
}

function compileFetch(node: FetchNode, way: readonly Segment[], segments: readonly Segment[], using: Compiling): Step {
  const { supergraph, isOfType, sharing } = using;
  const source = using.sources.get(node.serviceName);
  if (source === undefined) throw new Error(`no source for the subgraph ${node.serviceName}`);
  const fetch = describeFetch(node, source, segments, { operation: operationOf(node), variableOf: clientName }, isOfType);
  if (node.requires === undefined) return along(way, compileRootFetch(fetch));
  const entities: EntityFetch = {
    ...fetch,
    way,
    plainKey: compilePlainKey(node.requires, isOfType),
    build: keyedOnly(compileRepresentation(node.requires, isOfType), {
      requires: node.requires,
      subgraph: node.serviceName,
      keys: supergraph.entityKeys,
      isOfType,
    }),
    rewriteInput: compileRewrites(node.inputRewrites, isOfType),
    sharing,
    kin: using.kin(node),
    isObjectType: (name) => isObjectType(supergraph.schema.getType(name)),
  };
  return node.contextRewrites === undefined ? compileEntityFetch(entities) : compileContextFetch(entities, node.contextRewrites, isOfType);
}

/** The step at the end of a way. */
function along(way: readonly Segment[], step: Step): Step {
  if (way.length === 0) return step;
  return (run, cursor) => {
    const objects = new Set(objectsAt(cursor, way, true));
    return objects.size === 0 ? undefined : step(run, [...objects]);
  };
}

/** What is asked of the subgraph; parsed only for who wants the document. */
function operationOf(node: FetchNode): SubgraphOperation {
  let document: DocumentNode | null = null;
  return {
    text: node.operation,
    name: node.operationName ?? null,
    kind: node.operationKind,
    get document() {
      return (document ??= parse(node.operation, { noLocation: true }));
    },
  };
}
