import type { Keyword } from '../language/keywords.ts';
import { asksIf } from './wishes.ts';
import type { Context } from './context.ts';
import { isGlue, isWord, nextContent, previousContent } from './node.ts';
import type { Node, Thing } from './node.ts';
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

const isRange = (node: Node | null): boolean => node?.time?.kind === 'range' || node?.time?.kind === 'shift';

/** The comparison between two periods or two numbers that the sentence names, as what it is: `more in May than in April`. */
function comparedParts(context: Context, nodes: Node[]): Node[] {
  const at = nodes.findIndex((node) => isWord(node, 'compare') && nextContent(nodes, node.index + 1)?.number == null);
  const node = nodes[at];
  if (node === undefined || !isWord(node, 'compare')) return nodes;
  const [before, after] = [previousContent(nodes, node.index), nextContent(nodes, node.index + 1)];
  if (isRange(after)) return nodes.map((each) => (each === node ? as(each, { word: 'versus' }) : each));
  const measures = canBeMeasure(context, after) && nodes.slice(0, at).some((each) => each.keyword === null && canBeMeasure(context, each));
  if (!measures || before === null) return nodes;
  return nodes.map((each) => (each === node ? as(each, { word: 'versus' }) : each));
}

/** `did we sell more in 2017 than in 2016`: a lone `than` between two periods compares them. */
function thanBetween(nodes: Node[]): Node[] {
  const than = nodes.find((node) => /^than(?: in)?$/i.test(node.item.text) && (isGlue(node) || isWord(node, 'versus')));
  if (than === undefined) return nodes;
  const behind = nodes.slice(than.index + 1).find((node) => !TO_DATE.has(node.item.text.toLowerCase()));
  const ahead = nodes.slice(0, than.index).some((node) => node.time?.kind === 'range');
  return behind !== undefined && isRange(behind) && ahead
    ? nodes.map((node) => (node === than ? as(node, { word: 'versus' }) : node))
    : nodes;
}

/** Reads the parts of a yes-or-no question as what they compare. */
export function yesNoAsked(context: Context, nodes: Node[]): Node[] {
  const read = profitAsked(context, nodes);
  return asksIf(read) ? thanBetween(comparedParts(context, read)) : read;
}
