import { inSentence } from '../suggest/question-for.ts';
import type { Context } from './context.ts';
import type { Refusal } from './interpret.ts';
import { isGlue } from './node.ts';
import type { Node } from './node.ts';

/** Numbers offered when none was named: more than are shown, as some may not go with the rest. */
const OFFERED = 12;
/** What businesses look at first. */
const FIRST = ['revenue', 'mrr', 'costs', 'gross_profit', 'orders', 'pipeline', 'customers', 'tickets', 'headcount'];

/** A question that says when, where or by what, and not which number: the numbers there are, to choose from. Null for other sentences. */
export function whichNumber(context: Context, text: string, nodes: Node[]): Pick<Refusal, 'reason' | 'text' | 'suggestions'> | null {
  const said = nodes.filter((node) => !isGlue(node));
  const framed = said.some((node) => node.time !== null || node.values.length > 0 || node.keyword?.word === 'by');
  if (!framed || said.some((node) => node.things.some((thing) => thing.kind === 'metric'))) return null;
  const available = [...context.metrics.values()].filter(({ computation, definition }) => computation !== null && definition.part !== true);
  const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  const rest = text
    .replace(/^(?:\s*(?:and|so|ok|what about|how about|show(?: me)?)\b)+/i, '')
    .replace(/[\s?!.]+$/, '')
    .trim();
  const suggestions = available
    .toSorted((a, b) => rank(a.definition.name) - rank(b.definition.name))
    .slice(0, OFFERED)
    .map(({ definition }) => `${inSentence(definition.label)} ${rest}`);
  return suggestions.length < 2 ? null : { reason: 'AMBIGUOUS', text: 'Which number do you mean?', suggestions };
}
