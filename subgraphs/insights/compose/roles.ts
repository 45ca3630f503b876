import { isDimension, isNumeric } from '../model/model-index.ts';
import type { Comparison } from '../plan/query-plan.ts';
import type { RankBy } from '../language/keywords.ts';
import { isAdjective } from './adjectives.ts';
import { asksIf } from './wishes.ts';
import type { Context } from './context.ts';
import { isGlue, isWord, nextContent, previousContent } from './node.ts';
import type { Node } from './node.ts';

export interface ComparisonPhrase {
  nodes: Node[];
  operator: Comparison | 'between';
  values: number[];
  percent: boolean;
  /** `older`, `cheaper`: the comparison itself names what is compared. */
  hint: string;
}

/** The skeleton of the sentence, found before anyone knows which records it is about. */
export interface Roles {
  /** Nodes to group by, and the `by` in front of them. */
  dimensions: Node[];
  byNodes: Node[];
  /** Whether a `per` (not `by`) grouped. */
  per: boolean;
  rank: { node: Node; direction: 'asc' | 'desc'; by: RankBy; count: number | null; numberNode: Node | null; others: Node[] } | null;
  /** What a ranking or a `which` asks for. */
  subject: Node | null;
  /** Behind `top 5 … by`: what to rank by. */
  rankedBy: Node | null;
  comparisons: ComparisonPhrase[];
  negated: Set<number>;
  negations: Node[];
  /** Yes-or-no columns that say which records are meant. */
  adjectives: ReadonlySet<number>;
  hasList: boolean;
  /** Whether a yes or a no is asked for. */
  asksIf: boolean;
}

export function canBeDimension(context: Context, node: Node | null): boolean {
  if (node === null) return false;
  if (node.time?.kind === 'grain') return true;
  return node.things.some((thing) => {
    if (thing.kind === 'entity' || thing.kind === 'relation') return true;
    if (thing.kind !== 'attribute') return false;
    const attribute = context.model.attribute(thing.entity, thing.attribute);
    return attribute !== null && isDimension(attribute);
  });
}

/** Whether the node names a number: a metric or a numeric attribute, or grammar that makes one. */
export function canBeMeasure(context: Context, node: Node | null): boolean {
  if (node === null) return false;
  if (isWord(node, 'count') || isWord(node, 'aggregate')) return true;
  return node.things.some((thing) => {
    if (thing.kind === 'metric') return true;
    const attribute = thing.kind === 'attribute' ? context.model.attribute(thing.entity, thing.attribute) : null;
    return attribute !== null && isNumeric(attribute) && !['CATEGORY', 'STATUS'].includes(attribute.semantic);
  });
}

const strictlyMeasure = (context: Context, node: Node): boolean =>
  canBeMeasure(context, node) && !node.things.some((thing) => thing.kind === 'entity' || thing.kind === 'relation');

function readComparisons(nodes: Node[]): ComparisonPhrase[] {
  const found: ComparisonPhrase[] = [];
  for (const node of nodes) {
    if (!isWord(node, 'compare') && !isWord(node, 'between')) continue;
    let at = node.index + 1;
    while (isGlue(nodes[at]) || isWord(nodes[at], 'aggregate')) at += 1;
    const first = nodes[at];
    if (first === undefined || first.number === null) continue;
    if (isWord(node, 'compare')) {
      found.push({
        nodes: [node, first],
        operator: node.keyword.operator,
        values: [first.number.value],
        percent: first.number.percent,
        hint: node.item.text.toLowerCase(),
      });
      continue;
    }
    const middle = nodes[at + 1];
    const second = nodes[at + 2];
    const joins = middle !== undefined && (isWord(middle, 'and') || (isWord(middle, 'link') && middle.keyword.preposition === 'to'));
    if (joins && second?.number != null)
      found.push({
        nodes: [node, first, middle, second],
        operator: 'between',
        values: [first.number.value, second.number.value],
        percent: first.number.percent || second.number.percent,
        hint: '',
      });
  }
  return found;
}

const isRecords = (node: Node): boolean => node.things.some(({ kind }) => kind === 'entity');

/** `customers who have not opened a case`: behind the verb that is denied, the records that there are none of; null when there are no others. */
export function absentRecords(nodes: Node[], negation: Node, verb: Node): Node | null {
  if (isRecords(verb) || verb.values.length > 0 || verb.time !== null) return null;
  const records = nextContent(nodes, verb.index + 1);
  const owned = nodes.some((node) => node.index < negation.index && isRecords(node));
  return records !== null && owned && records.index > verb.index + 1 && isRecords(records) ? records : null;
}

function readNegations(nodes: Node[]): { negated: Set<number>; negations: Node[] } {
  const negated = new Set<number>();
  const negations: Node[] = [];
  for (const node of nodes) {
    if (!isWord(node, 'negate')) continue;
    const target = nextContent(nodes, node.index + 1);
    if (target === null || target.keyword?.word === 'compare') continue;
    negated.add(target.index);
    const done = absentRecords(nodes, node, target);
    if (done !== null) negated.add(done.index);
    negations.push(node);
    // `not in Texas or Ohio`: the negation reaches the whole enumeration.
    for (let at = target.index; nodes[at + 1]?.keyword?.word === 'or' || nodes[at + 1]?.keyword?.word === 'and'; at += 2)
      if (nodes[at + 2]?.values.length) negated.add(at + 2);
  }
  return { negated, negations };
}

function readRank(nodes: Node[], taken: Set<number>): Roles['rank'] {
  const ranks = nodes.filter((each) => isWord(each, 'rank'));
  // `top 5 best selling`: the more telling superlative ranks, either may carry the number.
  const node = ranks.find((each) => /\s/.test(each.item.text)) ?? ranks[0];
  if (node === undefined || !isWord(node, 'rank')) return null;
  const isCount = (each: Node | undefined): boolean =>
    each?.number != null &&
    !taken.has(each.index) &&
    each.number.plain !== undefined &&
    Number.isInteger(each.number.value) &&
    each.number.value >= 1 &&
    each.number.value <= 500 &&
    !each.number.percent;
  const around = ranks.flatMap((each) => [nodes[each.index + 1], nodes[each.index - 1]]).find(isCount);
  return {
    node,
    direction: node.keyword.direction,
    by: node.keyword.by,
    count: around?.number?.value ?? null,
    numberNode: around ?? null,
    others: ranks.filter((each) => each !== node && Math.abs(each.index - node.index) <= 3),
  };
}

function readBy(
  context: Context,
  nodes: Node[],
  rank: Roles['rank'],
): { dimensions: Node[]; byNodes: Node[]; per: boolean; rankedBy: Node | null } {
  const dimensions: Node[] = [];
  const byNodes: Node[] = [];
  let rankedBy: Node | null = null;
  let per = false;
  for (const node of nodes) {
    if (!isWord(node, 'by')) continue;
    const first = nextContent(nodes, node.index + 1);
    if (first === null) continue;
    if (
      rank !== null &&
      rank.node.index < node.index &&
      canBeMeasure(context, first) &&
      node.keyword.phrase === 'by' &&
      !dimensions.includes(first)
    ) {
      rankedBy ??= first;
      byNodes.push(node);
      continue;
    }
    let at: Node | null = first;
    let took = false;
    while (at !== null && canBeDimension(context, at) && !(at.values.length > 0 && at.things.length === 0)) {
      dimensions.push(at);
      took = true;
      const joint: Node | undefined = nodes[at.index + 1];
      const after: Node | null =
        joint === undefined ? null : isWord(joint, 'and') || isWord(joint, 'by') ? nextContent(nodes, joint.index + 1) : joint;
      if (after === null || !canBeDimension(context, after) || (strictlyMeasure(context, after) && after.time === null)) break;
      if (joint !== undefined && !isWord(joint, 'and') && !isWord(joint, 'by') && after.time?.kind !== 'grain' && !commaBefore(at, after))
        break;
      if (joint !== undefined && isWord(joint, 'by')) break;
      at = after;
    }
    if (took) {
      byNodes.push(node);
      if (/per|each|every/.test(node.keyword.phrase)) per = true;
    }
  }
  return { dimensions, byNodes, per, rankedBy };
}

const commaBefore = (a: Node, b: Node): boolean => b.item.start - a.item.end >= 2;

/** Grains said as adverbs (`monthly revenue`) group too. */
function adverbs(nodes: Node[], dimensions: Node[]): Node[] {
  return nodes.filter((node) => node.time?.kind === 'grain' && /(?:ly|mom|qoq|yoy)$/i.test(node.item.text) && !dimensions.includes(node));
}

function readSubject(context: Context, nodes: Node[], rank: Roles['rank'], dimensions: Node[], hasWhich: boolean): Node | null {
  const free = (node: Node): boolean => canBeDimension(context, node) && !dimensions.includes(node) && !isAdjective(context, nodes, node);
  if (rank === null) {
    if (!hasWhich) return null;
    return (
      nodes.find((node) => free(node) && node.things.some((thing) => thing.kind === 'entity' || thing.kind === 'relation')) ??
      nodes.find(free) ??
      null
    );
  }
  const before = nodes.filter(
    (node) =>
      node.index < rank.node.index &&
      free(node) &&
      !strictlyMeasure(context, node) &&
      !isWord(previousContent(nodes, node.index) ?? undefined, 'by'),
  );
  const opener = before.find((node) => node.time?.kind === 'grain' || node.things.length > 0);
  if (opener !== undefined) return opener;
  const behind = nextContent(nodes, Math.max(rank.node.index, rank.numberNode?.index ?? 0, ...rank.others.map((each) => each.index)) + 1);
  // `the most ordered items`: the verb is no subject.
  const after = behind !== null && isWord(behind, 'sold') ? nextContent(nodes, behind.index + 1) : behind;
  if (after !== null && after.keyword === null && free(after) && !strictlyMeasure(context, after)) return after;
  // `the highest risk apps`: the number in between says by what.
  const ranked = after !== null && after.keyword === null && strictlyMeasure(context, after) ? nodes[after.index + 1] : undefined;
  if (ranked !== undefined && isRecords(ranked) && free(ranked)) return ranked;
  // `the most popular product category`, `top 5 won … accounts`: past values to the next thing.
  for (
    let at = (after?.index ?? nodes.length) + 1;
    at < nodes.length && after !== null && after.values.length > 0 && after.things.length === 0;
    at += 1
  ) {
    const node = nodes[at];
    if (node !== undefined && node.things.length > 0) return free(node) ? node : null;
  }
  return null;
}

/** Reads the skeleton of a sentence. */
export function readRoles(context: Context, nodes: Node[]): Roles {
  const comparisons = readComparisons(nodes);
  const taken = new Set(comparisons.flatMap((phrase) => phrase.nodes.map((node) => node.index)));
  // `over 2000` compares with a number; it does not speak of the year.
  for (const index of taken) {
    const node = nodes[index];
    if (node !== undefined && node.number !== null) node.time = null;
  }
  const rank = readRank(nodes, taken);
  const by = readBy(context, nodes, rank);
  const dimensions = [...by.dimensions, ...adverbs(nodes, by.dimensions)];
  const { negated, negations } = readNegations(nodes);
  const hasWhich = nodes.some((node) => (isWord(node, 'list') && /\bwhich\b/i.test(node.item.text)) || isWord(node, 'who'));
  const hasList = nodes.some((node) => isWord(node, 'list') || isWord(node, 'who'));
  return {
    ...by,
    dimensions,
    rank,
    subject: readSubject(context, nodes, rank, dimensions, hasWhich),
    comparisons,
    negated,
    negations,
    adjectives: new Set(nodes.filter((node) => isAdjective(context, nodes, node)).map(({ index }) => index)),
    hasList,
    asksIf: asksIf(nodes),
  };
}
