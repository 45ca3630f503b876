import type { Keyword } from '../language/keywords.ts';
import { asksIf } from './wishes.ts';
import type { Context } from './context.ts';
import { isGlue, isWord, nextContent, previousContent } from './node.ts';
import type { Node, Thing } from './node.ts';
import { sidesCompared } from './two-sides.ts';
import { canBeMeasure } from './roles.ts';

/** What is left of the money, nearest to the bottom line first. */
const PROFITS = [
  /^net (?:profit|income|earnings)\b/i,
  /^(?:operating (?:profit|income)|ebit)\b/i,
  /^(?:profit|ebitda|net result)\b/i,
  /^gross profit\b/i,
];
const TO_DATE = new Set(['than', 'in', 'of', 'the', 'it', 'was', 'is', 'during']);

const as = (node: Node, keyword: Keyword): Node => ({ ...node, keyword, things: [], values: [] });

/** The metric nearest to the bottom line that the tenant's data can tell; its thing, as if it had been named. */
function profitOf(context: Context): Thing | null {
  const bound = [...context.metrics.values()].filter((metric) => metric.computation !== null && metric.definition.unit === 'MONEY');
  for (const pattern of PROFITS) {
    const found = bound.find(({ definition }) => pattern.test(definition.label));
    if (found !== undefined) return { kind: 'metric', metric: found.definition.name, match: 'synonym' };
  }
  return null;
}

/** `do we make money`: the bottom line is asked for, and whether it is more than nothing. */
export function profitAsked(context: Context, nodes: Node[]): Node[] {
  const profit = nodes.some((node) => isWord(node, 'profit')) ? profitOf(context) : null;
  if (profit === null) return nodes;
  return nodes.map((node) => (isWord(node, 'profit') ? { ...node, keyword: null, things: [profit], values: [] } : node));
}

/** `are customers happy`: how people are is told by how they score us. */
const CONTENT = /^(?:happy|satisfied|content|unhappy|dissatisfied|pleased)$/i;
const CONTENT_METRICS = ['csat', 'nps', 'health_score'];

/** The number behind a word that needs none: how content somebody is, how much is sold. */
function meant(context: Context, nodes: Node[]): Node[] {
  const named = nodes.some(
    (node) => node.keyword === null && canBeMeasure(context, node) && !node.things.some((thing) => thing.kind === 'entity'),
  );
  const available = (names: readonly string[]): Thing | undefined => {
    const metric = names.find((name) => context.metrics.get(name)?.computation != null);
    return metric === undefined ? undefined : { kind: 'metric', metric, match: 'synonym' };
  };
  const content = nodes.find((node) => CONTENT.test(node.item.text) && node.things.length + node.values.length === 0);
  const sold =
    named || nodes.some((node) => node.limit !== undefined)
      ? undefined
      : nodes.find((node) => isWord(node, 'sold') && /^sell|^sold/i.test(node.item.text));
  const grown = named ? undefined : usGrowing(nodes);
  const said = content ?? sold ?? grown;
  const thing = available(content === undefined ? ['revenue', 'bookings', 'mrr', 'arr'] : CONTENT_METRICS);
  if (said === undefined || thing === undefined) return nodes;
  return nodes.map((node) => (node === said ? { ...node, keyword: null, things: [thing], values: [] } : node));
}

const US = /^(?:we|us|the company|the business|business|company)$/i;

/** `are we growing`: who asks that of all of us asks it of what we take in. */
function usGrowing(nodes: Node[]): Node | undefined {
  const grows = nodes.find((node) => isWord(node, 'judge') && ['UP', 'DOWN'].includes(node.keyword.tone));
  const plain = nodes.every((node) => node === grows || isGlue(node) || node.time !== null);
  return grows === undefined || !plain ? undefined : nodes.find((node) => US.test(node.item.text));
}

const isRange = (node: Node | null): boolean => node?.time?.kind === 'range' || node?.time?.kind === 'shift';
const metricsOf = (node: Node): string[] => node.things.flatMap((thing) => (thing.kind === 'metric' ? [thing.metric] : []));

/** The sentence with its comparison as one of two periods; a number named again on the other side is the same number. */
function periodsCompared(nodes: Node[], at: Node): Node[] {
  const before = new Set(nodes.slice(0, at.index).flatMap(metricsOf));
  return nodes.map((node) => {
    if (node === at) return as(node, { word: 'versus' });
    return node.index > at.index && metricsOf(node).some((metric) => before.has(metric)) ? as(node, { word: 'filler' }) : node;
  });
}

/** The comparison between two periods or two numbers that the sentence names, as what it is: `higher in May than in April`. */
function comparedParts(context: Context, nodes: Node[]): Node[] {
  const node = nodes.find((each) => isWord(each, 'compare'));
  if (node === undefined) return nodes;
  const [before, after] = [previousContent(nodes, node.index), nextContent(nodes, node.index + 1)];
  const ranged = nodes.slice(0, node.index).some((each) => each.time?.kind === 'range');
  if (after?.time?.kind === 'shift' || (isRange(after) && (ranged || after?.number == null))) return periodsCompared(nodes, node);
  if (after?.number != null) return nodes;
  const measures =
    canBeMeasure(context, after) && nodes.slice(0, node.index).some((each) => each.keyword === null && canBeMeasure(context, each));
  if (!measures || before === null) return nodes;
  return nodes.map((each) => (each === node ? as(each, { word: 'versus' }) : each));
}

/** `did we sell more in 2017 than in 2016`: a lone `than` between two periods compares them. */
function thanBetween(nodes: Node[]): Node[] {
  const than = nodes.find((node) => /^than(?: in)?$/i.test(node.item.text) && (isGlue(node) || isWord(node, 'versus')));
  if (than === undefined) return nodes;
  const behind = nodes.slice(than.index + 1).find((node) => !TO_DATE.has(node.item.text.toLowerCase()) && !isWord(node, 'link'));
  const ahead = nodes.slice(0, than.index).some((node) => node.time?.kind === 'range');
  if (behind === undefined || !isRange(behind) || !ahead) return nodes;
  // What is more or less is said by the comparison.
  return periodsCompared(nodes, than).map((node) =>
    /^(?:more|less|higher|lower|better|worse)$/i.test(node.item.text) ? as(node, { word: 'filler' }) : node,
  );
}

/** `do we have more than 100 customers`: the customers are counted, and the count is held against the limit. */
function countedAgainst(context: Context, nodes: Node[]): Node[] {
  const compare = nodes.find((node) => isWord(node, 'compare'));
  const number = nodes[(compare?.index ?? -2) + 1];
  const counted = nodes[(compare?.index ?? -3) + 2];
  if (compare === undefined || !isWord(compare, 'compare') || number?.number == null || number.number.percent || counted === undefined)
    return nodes;
  const records = counted.things.some(
    (thing) => thing.kind === 'entity' || (thing.kind === 'metric' && context.metrics.get(thing.metric)?.definition.unit === 'COUNT'),
  );
  const alone = nodes.slice(0, compare.index).every((node) => isGlue(node) || node.time !== null);
  if (!records || !alone) return nodes;
  const limit = { operator: compare.keyword.operator, value: number.number.value };
  return nodes.map((node) => {
    if (node === compare) return { ...as(node, { word: 'count' }), limit };
    return node === number ? { ...as(node, { word: 'filler' }), number: null, time: null } : node;
  });
}

/** Reads the parts of a yes-or-no question as what they compare. */
export function yesNoAsked(context: Context, nodes: Node[]): Node[] {
  const read = profitAsked(context, nodes);
  if (!asksIf(read)) return read;
  return meant(context, countedAgainst(context, thanBetween(comparedParts(context, sidesCompared(read)))));
}
