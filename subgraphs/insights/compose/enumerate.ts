import type { AggregateFunction } from '../plan/query-plan.ts';
import { measuresOf, targetOf } from './candidates.ts';
import type { Candidate, Use } from './candidates.ts';
import { durationIdeas } from './durations.ts';
import { comparedNodes } from './comparisons.ts';
import type { Context } from './context.ts';
import { countOf } from './measure-choices.ts';
import { linesOf } from './sold-units.ts';
import { ratioIdeas } from './ratios.ts';
import { isWord, nextContent, previousContent } from './node.ts';
import type { Node } from './node.ts';
import { rates } from './rates.ts';
import { yesValue } from './remaining.ts';
import { canBeMeasure } from './roles.ts';
import type { Roles } from './roles.ts';

/** Readings beyond this many are not tried. */
export const MAX_CANDIDATES = 40;

interface Head {
  node: Node;
  candidates: Candidate[];
}

function rateHeads(context: Context, nodes: Node[]): Head[] {
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

function countHeads(context: Context, nodes: Node[], roles: Roles, sold: boolean): Head[] {
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
const isNumber = (context: Context, node: Node): boolean =>
  canBeMeasure(context, node) && node.things.every((thing) => thing.kind === 'attribute');

/** `average item price`: a thing in front of a number says whose it is; the number is what is averaged. */
function ownNumber(context: Context, nodes: Node[], target: Node | null): Node | null {
  const next = target === null ? undefined : nodes[target.index + 1];
  const isThing = target?.things.every((thing) => thing.kind === 'entity' || thing.kind === 'relation') === true;
  return isThing && next !== undefined && next.keyword === null && isNumber(context, next) ? next : target;
}

function aggregateHeads(context: Context, nodes: Node[], roles: Roles): Head[] {
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

/** Numbers named without grammar: metrics and numeric attributes that nothing else has claimed. */
function bareHeads(context: Context, nodes: Node[], roles: Roles, claimed: Set<Node>): Head[] {
  const compared = new Set(roles.comparisons.flatMap((phrase) => comparedNodes(nodes, phrase).slice(0, 1)));
  const heads = nodes.flatMap((node): Head[] => {
    if (
      claimed.has(node) ||
      roles.dimensions.includes(node) ||
      roles.subject === node ||
      compared.has(node) ||
      roles.negated.has(node.index) ||
      !canBeMeasure(context, node) ||
      node.keyword !== null
    )
      return [];
    const found = measuresOf(context, node, null, [], { count: false, distinct: false, sold: false }).filter((each) =>
      each.uses.some((use) => use.kind === 'METRIC'),
    );
    return found.length === 0 ? [] : [{ node, candidates: found }];
  });
  // A thing that is also the name of money (`sales`) asks for the money.
  const isRecords = (node: Node): boolean =>
    node.things.some((thing) => thing.kind === 'entity') &&
    !node.things.some((thing) => thing.kind === 'metric' && isMoney(context, thing.metric));
  return heads.filter(
    (head) =>
      !isRecords(head.node) || joinedByAnd(nodes, head.node) || (heads.every((each) => isRecords(each.node)) && !restricted(nodes, roles)),
  );
}

/** Whether the sentence narrows records down: then a bare `customers in Texas` asks for the customers, not for their number. */
function restricted(nodes: Node[], roles: Roles): boolean {
  return (
    roles.dimensions.length === 0 &&
    (roles.comparisons.length > 0 ||
      roles.negated.size > 0 ||
      roles.hasList ||
      nodes.some((node) => node.values.length > 0 || isWord(node, 'text')))
  );
}

const isMoney = (context: Context, metric: string): boolean =>
  context.metrics.get(metric)?.computation != null && context.metrics.get(metric)?.definition.unit === 'MONEY';

/** `the most orders`: what a superlative counts. */
function rankHeads(context: Context, nodes: Node[], roles: Roles): Head[] {
  if (roles.rankedBy !== null) {
    const target = roles.rankedBy.keyword === null ? roles.rankedBy : null;
    return target === null
      ? []
      : [{ node: target, candidates: measuresOf(context, target, null, [], { count: false, distinct: false, sold: false }) }];
  }
  if (roles.rank === null) return [];
  const after = nextContent(
    nodes,
    Math.max(roles.rank.node.index, roles.rank.numberNode?.index ?? 0, ...roles.rank.others.map((each) => each.index)) + 1,
  );
  if (after === null || after === roles.subject || after.things.length === 0) return [];
  const numbers = measuresOf(context, after, null, [], { count: false, distinct: false, sold: false });
  return [
    {
      node: after,
      candidates: numbers.length > 0 ? numbers : measuresOf(context, after, null, [], { count: true, distinct: false, sold: false }),
    },
  ];
}

function joinHeads(heads: Head[]): Candidate[] {
  const [first, ...others] = heads;
  if (first === undefined) return [];
  return first.candidates.map((primary) => {
    const base = primary.measures[0]?.sources[0]?.entity;
    return others.reduce((joined, head) => {
      const best = head.candidates.toSorted(
        (a, b) =>
          Number(b.measures[0]?.sources[0]?.entity === base) * 0.3 +
          b.score -
          Number(a.measures[0]?.sources[0]?.entity === base) * 0.3 -
          a.score,
      )[0];
      return best === undefined
        ? joined
        : {
            ...joined,
            measures: [...joined.measures, ...best.measures],
            uses: [...joined.uses, ...best.uses],
            notes: [...joined.notes, ...best.notes],
            score: joined.score + Math.min(0, best.score),
          };
    }, primary);
  });
}

/** Every idea of which number is asked for, likeliest heads first; empty when the question asks for records. */
export function enumerateMeasures(context: Context, nodes: Node[], roles: Roles): Candidate[] {
  const sold = nodes.some((node) => isWord(node, 'sold'));
  const special = [...ratioIdeas(context, nodes), ...durationIdeas(context, nodes)];
  if (special.length > 0) return special.slice(0, MAX_CANDIDATES);
  const ranked = rankHeads(context, nodes, roles);
  const aggregated = aggregateHeads(context, nodes, roles);
  // What is averaged as a number already is not also counted.
  const averaged = new Set(aggregated.flatMap((head) => (isNumber(context, head.node) && head.candidates.length > 0 ? [head.node] : [])));
  const counted = countHeads(context, nodes, roles, sold).filter((head) => !averaged.has(head.node));
  const claimed = new Set([...ranked, ...counted, ...aggregated].map((head) => head.node));
  const rated = rateHeads(context, nodes).filter((head) => head.candidates.length > 0);
  const bare = bareHeads(context, nodes, roles, claimed);
  const byPlace = (heads: Head[]): Head[] =>
    heads
      .filter((head, index) => head.candidates.length > 0 && heads.findIndex((each) => each.node === head.node) === index)
      .toSorted((a, b) => a.node.index - b.node.index);
  if (roles.rankedBy !== null)
    return joinHeads(
      byPlace(
        [
          ...ranked,
          ...counted.filter((head) => head.node.index > (roles.rankedBy?.index ?? 0)),
          ...aggregated.filter((head) => head.node.index > (roles.rankedBy?.index ?? 0)),
        ].slice(0, 1),
      ),
    ).slice(0, MAX_CANDIDATES);
  const explicit = byPlace([...rated, ...counted, ...aggregated]);
  if (explicit.length > 0)
    return joinHeads(byPlace([...explicit, ...bare.filter((head) => joinedByAnd(nodes, head.node))])).slice(0, MAX_CANDIDATES);
  if (bare.length > 0) return joinHeads(byPlace(bare)).slice(0, MAX_CANDIDATES);
  return joinHeads(byPlace(ranked)).slice(0, MAX_CANDIDATES);
}

function joinedByAnd(nodes: Node[], node: Node): boolean {
  return isWord(nodes[node.index - 1], 'and') || isWord(nodes[node.index + 1], 'and') || isWord(nodes[node.index - 1], 'versus');
}

/** Entities a count without `how many` may be about: `employees by department`. */
export function enumerateCounts(context: Context, nodes: Node[], roles: Roles): Candidate[] {
  const heads = nodes.filter(
    (node) =>
      !roles.dimensions.includes(node) &&
      node !== roles.subject &&
      (node.things.some((thing) => thing.kind === 'entity') ||
        (roles.dimensions.length > 0 &&
          node.things.some(
            (thing) =>
              thing.kind === 'attribute' &&
              thing.match === 'synonym' &&
              ['IDENTIFIER', 'NAME'].includes(context.model.attribute(thing.entity, thing.attribute)?.semantic ?? ''),
          ))),
  );
  return heads
    .slice(0, 2)
    .flatMap((node) =>
      measuresOf(context, node, null, [], { count: !node.things.some((thing) => thing.kind === 'entity'), distinct: false, sold: false }),
    );
}
