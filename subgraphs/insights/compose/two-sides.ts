import type { Filter, MeasureExpression } from '../plan/query-plan.ts';
import type { Keyword } from '../language/keywords.ts';
import type { Attempt, MeasureChoice } from './attempt.ts';
import { isGlue, isWord } from './node.ts';
import type { Node } from './node.ts';

const THAN = /\bthan$/i;
const WAY = /^(?:more|less|fewer|higher|lower|bigger|smaller|larger|better|worse)$/i;

const as = (node: Node, keyword: Keyword): Node => ({ ...node, keyword, things: [], values: [] });

/** `did the north sell more than the south`: a `than` between two values of the data holds the one against the other. */
export function sidesCompared(nodes: Node[]): Node[] {
  const than = nodes.find((node) => THAN.test(node.item.text) && (isGlue(node) || isWord(node, 'compare')));
  if (than === undefined) return nodes;
  const behind = nodes.slice(than.index + 1).find((node) => !isGlue(node));
  const ahead = nodes.slice(0, than.index).some((node) => node.values.length > 0);
  if (!ahead || behind === undefined || behind.values.length === 0) return nodes;
  return nodes.map((node) => {
    if (node === than) return as(node, { word: 'versus' });
    return WAY.test(node.item.text) && node.values.length === 0 ? as(node, { word: 'filler' }) : node;
  });
}

function restricted(expression: MeasureExpression, filter: Filter): MeasureExpression {
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'aggregate':
      return { ...expression, filters: [...expression.filters, filter] };
    case 'combine':
      return { ...expression, left: restricted(expression.left, filter), right: restricted(expression.right, filter) };
  }
}

/** A number by two values of a column as two numbers, one for each: which of them is more is what a yes-or-no question asks. */
export function inTwoNumbers(attempt: Attempt, entity: string): void {
  const [measure] = attempt.measures;
  const others = new Set(attempt.measures.map(({ id }) => id)).size > 1;
  const [entry, more] = attempt.dimensions;
  if (measure === undefined || others || entry === undefined || more !== undefined || measure.sources.length > 1) return;
  const key = JSON.stringify(entry.keys(entity));
  const at = attempt.filters.findIndex((make) => {
    const filter = make(entity);
    return filter?.kind === 'equals' && !filter.negated && filter.values.length === 2 && JSON.stringify(filter.field) === key;
  });
  const both = attempt.filters[at]?.(entity);
  if (both?.kind !== 'equals') return;
  attempt.filters.splice(at, 1);
  attempt.dimensions.length = 0;
  attempt.measures = both.values.map((value): MeasureChoice => ({
    ...measure,
    id: `${measure.id}:${String(value)}`,
    label: `${measure.label} (${String(value)})`,
    metric: null,
    rowField: null,
    expression: restricted(measure.expression, { ...both, values: [value] }),
  }));
}
