import { measuresOf } from './candidates.ts';
import type { Candidate } from './candidate.ts';
import { aggregateHeads, countHeads, isNumber, rateHeads } from './heads.ts';
import type { Head } from './heads.ts';
import { daysToIdeas } from './days-to.ts';
import { durationIdeas } from './durations.ts';
import { comparedNodes } from './comparisons.ts';
import type { Context } from './context.ts';
import { ratioIdeas } from './ratios.ts';
import type { MeasureChoice } from './attempt.ts';
import { isGlue, isWord, nextContent } from './node.ts';
import type { Node } from './node.ts';
import { canBeMeasure } from './roles.ts';
import type { Roles } from './roles.ts';

/** Readings beyond this many are not tried. */
export const MAX_CANDIDATES = 40;

/** Numbers named without grammar: metrics and numeric attributes that nothing else has claimed. */
function bareHeads(context: Context, nodes: Node[], roles: Roles, claimed: Set<Node>): Head[] {
  // In a yes-or-no question the number itself is compared, unless it tells records apart.
  const own = (node: Node): boolean =>
    roles.asksIf &&
    !nodes.slice(0, node.index).some((each) => each.things.some((thing) => thing.kind === 'entity')) &&
    node.things.some((thing) => thing.kind === 'metric' && context.metrics.get(thing.metric)?.computation != null);
  const compared = new Set(roles.comparisons.flatMap((phrase) => comparedNodes(nodes, phrase).slice(0, 1)).filter((node) => !own(node)));
  const heads = nodes.flatMap((node): Head[] => {
    if (
      claimed.has(node) ||
      roles.dimensions.includes(node) ||
      roles.subject === node ||
      compared.has(node) ||
      roles.negated.has(node.index) ||
      !canBeMeasure(context, node) ||
      node.keyword !== null ||
      isUnknownGroup(context, nodes, node)
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

/** `fees by client`: what a number is to be told by is no other number of which that is a part of the name. */
function isUnknownGroup(context: Context, nodes: Node[], node: Node): boolean {
  const nothing = (thing: Node['things'][number]): boolean =>
    (thing.kind === 'attribute' && thing.match === 'partial') ||
    (thing.kind === 'metric' && context.metrics.get(thing.metric)?.computation == null);
  return isWord(nodes[node.index - 1], 'by') && node.things.every(nothing);
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
  const special = [...ratioIdeas(context, nodes), ...durationIdeas(context, nodes), ...daysToIdeas(context, nodes)];
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
  if (bare.length > 0) return joinHeads(withoutOwners(nodes, withoutSubjects(nodes, byPlace(bare)))).slice(0, MAX_CANDIDATES);
  return joinHeads(byPlace(ranked)).slice(0, MAX_CANDIDATES);
}

/** `the value of open deals`: what is counted behind a number and an `of` only says whose number it is. */
function withoutOwners(nodes: Node[], heads: Head[]): Head[] {
  const [first, ...others] = heads;
  const base = first?.candidates[0]?.measures[0]?.sources[0]?.entity;
  const owns = ({ node, candidates }: Head): boolean => {
    const before = nodes[node.index - 1];
    const measure = candidates[0]?.measures[0];
    return (
      isWord(before, 'link') &&
      measure?.expression.kind === 'aggregate' &&
      measure.expression.function === 'count' &&
      measure.sources[0]?.entity === base
    );
  };
  const counts = first?.candidates[0]?.measures[0]?.unit === 'COUNT';
  return first === undefined || counts ? heads : [first, ...others.filter((head) => !owns(head))];
}

/**
 * `what do orphaned apps cost`: some of the records, named right before a number that each of them has, only say whose number it is. Of several such
 * (`what do zombies and orphaned apps cost`) the number is nobody's: none of them is told instead.
 */
function withoutSubjects(nodes: Node[], heads: Head[]): Head[] {
  const subjects = heads.filter((head, at) => isSubject(nodes, head, heads[at + 1]));
  return subjects.some(({ node }) => joinedByAnd(nodes, node)) ? [] : heads.filter((head) => !subjects.includes(head));
}

function isSubject(nodes: Node[], head: Head, next: Head | undefined): boolean {
  const own = head.candidates[0]?.measures[0];
  if (own === undefined || next === undefined || !countsSome(own) || joinedByAnd(nodes, next.node)) return false;
  const number = next.candidates.find(({ measures: [measure] }) => measure?.sources[0]?.entity === own.sources[0]?.entity);
  return number !== undefined && number.measures[0]?.unit !== 'COUNT' && nodes.slice(head.node.index + 1, next.node.index).every(isGlue);
}

/** Whether it counts records under conditions. */
const countsSome = ({ expression, sources }: MeasureChoice): boolean =>
  expression.kind === 'aggregate' && expression.function === 'count' && sources.length === 1 && (sources[0]?.filters.length ?? 0) > 0;

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
