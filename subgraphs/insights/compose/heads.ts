import type { AggregateFunction } from '../plan/query-plan.ts';
import { measuresOf } from './candidates.ts';
import { targetOf } from './counted-target.ts';
import type { Candidate, Use } from './candidate.ts';
import type { Context } from './context.ts';
import { countOf } from './measure-choices.ts';
import { isWord, previousContent } from './node.ts';
import type { Node } from './node.ts';
import { rates } from './rates.ts';
import { yesValue } from './remaining.ts';
import { canBeMeasure } from './roles.ts';
import type { Roles } from './roles.ts';
import { linesOf } from './sold-units.ts';

/** A stretch of the question that names a number, with all it can be. */
export interface Head {
  node: Node;
  candidates: Candidate[];
}

/** What `rate` and `ratio` speak of, and rates by name that no data gives. */
export function rateHeads(context: Context, nodes: Node[]): Head[] {
  return nodes.flatMap((node): Head[] => {
    const unavailable = node.things.some(
      (thing) =>
        thing.kind === 'metric' &&
        context.metrics.get(thing.metric)?.computation === null &&
        context.metrics.get(thing.metric)?.definition.unit === 'PERCENT',
    );
    if (unavailable) return [{ node, candidates: rates(context, node, node.item.text, []) }];
    if (!isWord(node, 'rate')) return [];
    const named = previousContent(nodes, node.index);
    if (named === null) return [];
    return [{ node: named, candidates: rates(context, named, named.item.text, [{ node, kind: 'AGGREGATE', meaning: 'share' }]) }];
  });
}

/** `married customers`: of two things in a row the last is counted, the first only describes it. */
function headNoun(context: Context, nodes: Node[], target: Node | null, roles: Roles): Node | null {
  if (target === null) return null;
  const next = nodes[target.index + 1];
  const describes =
    next !== undefined &&
    next.keyword === null &&
    next.things.length > 0 &&
    !roles.dimensions.includes(next) &&
    target.things.some(
      (thing) =>
        thing.kind === 'attribute' &&
        yesValue(context, thing.entity, context.model.attribute(thing.entity, thing.attribute) ?? never()) !== null,
    );
  return describes ? next : target;
}

function never(): never {
  throw new Error('The lexicon names an attribute the model does not have');
}

/** `how many Hamburgers were ordered`: the units, or the lines, of the thing that has this name. */
function soldOf(context: Context, entity: string, count: Node): Candidate[] {
  return linesOf(context, entity).map((line) => ({
    kind: 'measures',
    measures: [line.measure],
    entity: null,
    uses: [{ node: count, kind: 'AGGREGATE', meaning: 'count' }],
    score: 0.9 - line.hops * 0.05,
    notes: [{ text: line.note, effect: -0.05 }],
    fromMetric: null,
  }));
}

/** `how many managers`: a value that stands for the records that carry it. */
function countedValues(context: Context, nodes: Node[], count: Node, sold: boolean): Head[] {
  const value = nodes.slice(count.index + 1, count.index + 4).find((node) => node.values.length > 0);
  const entities = [...new Set((value?.values ?? []).map((meaning) => meaning.entity))];
  return value === undefined
    ? []
    : [
        {
          node: value,
          candidates: entities.flatMap((entity) => [
            ...(sold ? soldOf(context, entity, count) : []),
            {
              kind: 'measures',
              measures: [countOf(context, entity)],
              entity: null,
              uses: [{ node: count, kind: 'AGGREGATE', meaning: 'count' }],
              score: 0.3,
              notes: [{ text: `${value.item.text} are counted as ${context.model.entity(entity).pluralLabel}`, effect: -0.05 }],
              fromMetric: null,
            },
          ]),
        },
      ];
}

/** What `how many` and `share of` speak of. */
export function countHeads(context: Context, nodes: Node[], roles: Roles, sold: boolean): Head[] {
  return nodes.flatMap((node): Head[] => {
    if (!isWord(node, 'count') && !isWord(node, 'share')) return [];
    if (roles.comparisons.some((phrase) => phrase.nodes.includes(node))) return [];
    const target = headNoun(context, nodes, targetOf(nodes, node.index + 1, roles), roles);
    if (target === null) return isWord(node, 'count') ? countedValues(context, nodes, node, sold) : [];
    const distinct = nodes.slice(node.index, target.index).some((each) => isWord(each, 'distinct'));
    const isCount = isWord(node, 'count');
    const found = measuresOf(context, target, null, isCount ? [{ node, kind: 'AGGREGATE', meaning: 'count' }] : [], {
      count: isCount,
      distinct,
      sold,
    });
    const records = found.length > 0 || isCount ? found : measuresOf(context, target, null, [], { count: true, distinct, sold });
    return [{ node: target, candidates: records }];
  });
}

/** Whether a node can only be a numeric attribute. */
export const isNumber = (context: Context, node: Node): boolean =>
  canBeMeasure(context, node) && node.things.every((thing) => thing.kind === 'attribute');

/** `average item price`: a thing in front of a number says whose it is; the number is what is averaged. */
function ownNumber(context: Context, nodes: Node[], target: Node | null): Node | null {
  const next = target === null ? undefined : nodes[target.index + 1];
  const isThing = target?.things.every((thing) => thing.kind === 'entity' || thing.kind === 'relation') === true;
  return isThing && next !== undefined && next.keyword === null && isNumber(context, next) ? next : target;
}

/** What `average`, `total` and their like speak of. */
export function aggregateHeads(context: Context, nodes: Node[], roles: Roles): Head[] {
  return nodes.flatMap((node): Head[] => {
    if (!isWord(node, 'aggregate')) return [];
    const target = ownNumber(context, nodes, targetOf(nodes, node.index + 1, roles));
    // `average number of installments`: a column that holds a number already; `average number of orders` is a ratio.
    if (isWord(nodes[node.index + 1], 'count') && (node.keyword.function !== 'average' || target === null || !isNumber(context, target)))
      return [];
    if (target === null || (roles.subject === target && !canBeMeasure(context, target))) return [];
    const asked: AggregateFunction = node.keyword.function;
    const uses: Use[] = [{ node, kind: 'AGGREGATE', meaning: asked }];
    return [{ node: target, candidates: measuresOf(context, target, asked, uses, { count: false, distinct: false, sold: false }) }];
  });
}
