import type { AnswerCommon, AnswerFacts } from './answer-types.ts';
import { domainOf } from './domain.ts';
import { formatValue, toNumber } from './format.ts';
import type { Knowledge } from './knowledge.ts';
import { fieldsOfExpression } from '../plan/plan-walk.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { inSentence } from '../suggest/question-for.ts';
import { periodText } from './sentence.ts';

/** Weaker ones are as good as none. */
const WEAK = 0.1;
const NAMED = 3;

/** Whether a plan asks what goes together with a number. */
export function asksForDrivers(plan: QueryPlan): boolean {
  return (
    plan.measures.length > 0 &&
    plan.measures.every(({ expression }) => expression.kind === 'aggregate' && expression.function === 'correlation')
  );
}

/** Correlations, strongest first, as a table and a sentence. @param target what is affected, as people call it */
function driversFound(
  plan: QueryPlan,
  row: Record<string, unknown> | undefined,
  target: string,
  records: string,
): Pick<AnswerFacts, 'columns' | 'rows' | 'truncated' | 'text' | 'breakdown'> {
  const found = plan.measures
    .flatMap((measure, index) => {
      const value = toNumber(row?.[`m${index}`]);
      return value === null ? [] : [{ label: measure.label, value: Math.round(value * 1_000) / 1_000 }];
    })
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const strong = found.filter(({ value }) => Math.abs(value) >= WEAK);
  const says = (side: typeof strong): string =>
    side
      .slice(0, NAMED)
      .map(({ label, value }) => `${inSentence(label)} (${formatValue(value, 'NUMBER', null)})`)
      .join(', ');
  const [up, down] = [strong.filter(({ value }) => value > 0), strong.filter(({ value }) => value < 0)];
  const parts = [...(down.length === 0 ? [] : [`falls with ${says(down)}`]), ...(up.length === 0 ? [] : [`rises with ${says(up)}`])];
  const text =
    parts.length === 0
      ? `No other number of ${records} goes together with ${inSentence(target)}${periodText(plan.period)}.`
      : `${target} ${parts.join(' and ')}${periodText(plan.period)}: correlations over ${records}, which need not be causes.`;
  return {
    columns: [
      { name: 'd0', label: `Goes together with ${inSentence(target)}`, unit: null, type: 'TEXT' },
      { name: 'm0', label: 'Correlation', unit: 'NUMBER', type: 'NUMBER' },
    ],
    rows: found.map(({ label, value }) => [label, value]),
    truncated: false,
    text,
    breakdown: found.map(({ label, value }) => ({ label, value, share: null })),
  };
}

/** The metric that sums or averages just this number; null when there is none. */
function metricOf(knowledge: Knowledge, entity: string, attribute: string): string | null {
  for (const [name, { computation, definition }] of knowledge.metrics) {
    const expression = computation?.expression;
    const [source] = computation?.sources ?? [];
    if (source?.entity !== entity || source.filters.length > 0 || definition.part === true || expression?.kind !== 'aggregate') continue;
    const [field, more] = fieldsOfExpression(expression.of);
    if (field?.attribute === attribute && field.path.length === 0 && more === undefined) return name;
  }
  return null;
}

/** The answer to what goes together with a number. */
export function driversAnswer(knowledge: Knowledge, plan: QueryPlan, rows: Record<string, unknown>[], common: AnswerCommon): AnswerFacts {
  const entity = knowledge.model.entity(plan.sources[0]?.entity ?? '');
  const expression = plan.measures[0]?.expression;
  const [field] = expression?.kind === 'aggregate' ? fieldsOfExpression(expression.of) : [];
  const attribute = entity.attributes.find(({ name }) => name === field?.attribute);
  const metric = attribute === undefined ? null : metricOf(knowledge, entity.name, attribute.name);
  const label = (metric === null ? null : knowledge.metrics.get(metric)?.definition.label) ?? attribute?.label ?? entity.label;
  return {
    ...common,
    ...driversFound(plan, rows[0], label, inSentence(entity.pluralLabel)),
    metric,
    label,
    value: null,
    unit: 'NUMBER',
    currency: null,
    formattedValue: null,
    delta: null,
    trend: null,
    series: [],
    followUps: [],
    domain: domainOf(plan, knowledge),
  };
}
