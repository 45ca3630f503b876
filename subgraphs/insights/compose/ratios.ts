import type { MeasureExpression } from '../plan/query-plan.ts';
import { measuresOf } from './candidates.ts';
import type { MeasureChoice } from './attempt.ts';
import type { Candidate } from './candidate.ts';
import { canBeMeasure } from './roles.ts';
import type { Context } from './context.ts';
import { isWord, nextContent, previousContent } from './node.ts';
import type { Node } from './node.ts';

interface Phrase {
  over: Node;
  under: Node;
  /** The grammar that made a ratio of the two. */
  by: Node[];
  percent: boolean;
}

/** `ratio of clicks to impressions`. */
function ratioTo(nodes: Node[]): Phrase | null {
  const word = nodes.find((node) => isWord(node, 'rate') && /^ratio$/i.test(node.item.text));
  const over = word === undefined ? null : nextContent(nodes, word.index + 1);
  const to = over === null ? undefined : nodes[over.index + 1];
  if (word === undefined || over === null || to === undefined || !isWord(to, 'link') || to.keyword.preposition !== 'to') return null;
  const under = nextContent(nodes, to.index + 1);
  return under === null ? null : { over, under, by: [word, to], percent: false };
}

/** `coverage as a percentage of total cost`. */
function asShareOf(nodes: Node[]): Phrase | null {
  const word = nodes.find((node) => isWord(node, 'share') && /\bof$/i.test(node.item.text));
  const as = nodes.slice(0, word?.index ?? 0).find((node) => isWord(node, 'link') && node.keyword.preposition === 'as');
  if (word === undefined || as === undefined || word.index - as.index > 2) return null;
  const over = previousContent(nodes, as.index);
  const behind = nextContent(nodes, word.index + 1);
  const under = behind !== null && isWord(behind, 'aggregate') ? nextContent(nodes, behind.index + 1) : behind;
  const by = behind !== null && isWord(behind, 'aggregate') ? [word, behind] : [word];
  return over === null || under === null ? null : { over, under, by, percent: true };
}

const metricThing = (context: Context, node: Node): boolean =>
  node.keyword === null &&
  node.time === null &&
  !node.things.some((thing) => thing.kind === 'entity' || thing.kind === 'relation') &&
  node.things.some((thing) => thing.kind === 'metric' && context.metrics.get(thing.metric)?.computation != null);

/** `revenue per headcount`: behind a `per` a number that is no kind of record divides. */
function perNumber(context: Context, nodes: Node[]): Phrase | null {
  const word = nodes.find((node) => isWord(node, 'by') && node.keyword.phrase === 'per');
  if (word === undefined) return null;
  const [over, under] = [previousContent(nodes, word.index), nextContent(nodes, word.index + 1)];
  if (over === null || under === null || !metricThing(context, under) || !canBeMeasure(context, over)) return null;
  return { over, under, by: [word], percent: false };
}

/** The second number's expression behind the first one's sources, each source once. */
function beside(upper: MeasureChoice, lower: MeasureChoice): { sources: MeasureChoice['sources']; right: MeasureExpression } {
  const sources = [...upper.sources];
  const at = lower.sources.map((source) => {
    const known = sources.findIndex((each) => JSON.stringify(each) === JSON.stringify(source));
    return known >= 0 ? known : sources.push(source) - 1;
  });
  return { sources, right: withSources(lower.expression, at) };
}

function withSources(expression: MeasureExpression, at: readonly number[]): MeasureExpression {
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'aggregate':
      return { ...expression, source: at[expression.source] ?? expression.source };
    case 'combine':
      return { ...expression, left: withSources(expression.left, at), right: withSources(expression.right, at) };
  }
}

const total = (expression: MeasureExpression): MeasureExpression | null =>
  expression.kind === 'aggregate' && (expression.function === 'sum' || expression.function === 'count') ? expression : null;

/** Totals of two columns of one table, one divided by the other, as the sentence says; empty when it says no such thing. */
export function ratioIdeas(context: Context, nodes: Node[]): Candidate[] {
  const phrase = ratioTo(nodes) ?? asShareOf(nodes) ?? perNumber(context, nodes);
  if (phrase === null) return [];
  const options = { count: false, distinct: false, sold: false };
  const overs = measuresOf(context, phrase.over, null, [], options);
  const unders = measuresOf(context, phrase.under, null, [], options);
  return overs.flatMap((over) =>
    unders.flatMap((under): Candidate[] => {
      const [upper, lower] = [over.measures[0], under.measures[0]];
      if (upper === undefined || lower === undefined) return [];
      const metrics = upper.metric !== null && lower.metric !== null;
      if (!metrics && (upper.sources.length > 1 || JSON.stringify(upper.sources) !== JSON.stringify(lower.sources))) return [];
      if (!metrics && (total(upper.expression) === null || total(lower.expression) === null)) return [];
      const { sources, right } = beside(upper, lower);
      const name = (label: string): string => label.replace(/^Total /, '').toLowerCase();
      const label = phrase.percent
        ? `${upper.label} as a share of ${name(lower.label)}`
        : `Ratio of ${name(upper.label)} to ${name(lower.label)}`;
      return [
        {
          ...over,
          measures: [
            {
              ...upper,
              id: `ratio:${upper.id}:${lower.id}`,
              label,
              unit: phrase.percent ? 'PERCENT' : 'NUMBER',
              metric: null,
              rowField: null,
              explicit: true,
              sources,
              expression: { kind: 'combine', operator: '/', left: upper.expression, right },
            },
          ],
          uses: [...over.uses, ...under.uses, ...phrase.by.map((node) => ({ node, kind: 'AGGREGATE' as const, meaning: 'ratio' }))],
          score: over.score + Math.min(0, under.score) + 0.3,
          notes: [{ text: `${label}: totals are divided, not averages taken`, effect: -0.03 }],
        },
      ];
    }),
  );
}
