import { whatIf, type Supposed, type WhatIfFacts } from '../analysis/what-if/what-if.ts';
import type { AnalysisAsk } from '../compose/analysis-asked.ts';
import type { AnswerFacts, RunQuery } from './answer-types.ts';
import type { Asked, Outcome } from './answer-question.ts';
import { formatValue } from './format.ts';
import { read } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';

/** The metric that a phrase names; null when it names none. */
function metricNamed(knowledge: Knowledge, phrase: string, today: string): string | null {
  const reading = read(knowledge, phrase, today);
  const plan = reading.kind === 'understood' ? reading.interpretation.plan : null;
  return plan !== null && plan.shape === 'value' ? (plan.measures[0]?.metric ?? null) : null;
}

/** The answer to what would follow if drivers changed: the metric asked for, beside how it is. */
export async function supposedAnswer(
  knowledge: Knowledge,
  run: RunQuery,
  asked: Asked,
  { target, changes }: Extract<AnalysisAsk, { kind: 'WHAT_IF' }>,
  answer: AnswerFacts,
): Promise<Outcome> {
  const named = changes.map(({ phrase, kind, amount }) => ({ phrase, metric: metricNamed(knowledge, phrase, asked.today), kind, amount }));
  const unknown = named.find(({ metric }) => metric === null);
  if (unknown !== undefined) return refused(answer, `"${unknown.phrase}" is no metric that could change.`);
  const supposed = named.flatMap(({ metric, kind, amount }): Supposed[] => (metric === null ? [] : [{ metric, kind, amount }]));
  const wanted = target === null ? null : (answer.plan.measures[0]?.metric ?? null);
  if (target !== null && wanted === null) return refused(answer, `"${target}" is no metric, so that nothing tells how it is made up.`);
  const outcome = await whatIf(knowledge, run, { metric: wanted, changes: supposed, period: answer.plan.period }, asked.today);
  if (outcome.kind === 'refused') return refused(answer, outcome.problems.map(({ reason }) => reason).join(' '));
  return { kind: 'answer', answer: told(answer, outcome.facts) };
}

function refused({ tokens }: AnswerFacts, text: string): Outcome {
  const refusal = { reason: 'NOT_AVAILABLE' as const, text, notUnderstood: [], missing: [], wouldHelp: [], suggestions: [], tokens };
  return { kind: 'refused', refusal };
}

function told(answer: AnswerFacts, facts: WhatIfFacts): AnswerFacts {
  const [first] = facts.affected;
  const all = [...facts.drivers, ...facts.affected];
  const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 10_000) / 10_000);
  const number = { unit: null, type: 'NUMBER' };
  return {
    ...answer,
    asks: 'WHAT_IF',
    text: facts.text,
    metric: first?.metric ?? answer.metric,
    label: first === undefined ? answer.label : `${first.label} (what if)`,
    value: round(first?.changed ?? null),
    unit: first?.unit ?? answer.unit,
    currency: first?.currency ?? null,
    formattedValue: first === undefined ? null : formatValue(round(first.changed), first.unit, first.currency),
    delta: null,
    trend: null,
    series: [],
    breakdown: [],
    columns: [
      { name: 'd0', label: 'Metric', unit: null, type: 'TEXT' },
      { name: 'm0', label: 'As it is', ...number },
      { name: 'm1', label: 'As it would be', ...number },
      { name: 'change', label: 'Change', unit: 'PERCENT', type: 'PERCENT' },
    ],
    rows: all.map((each) => [each.label, round(each.original), round(each.changed), round(each.relative)]),
    truncated: false,
    whatIf: facts,
  };
}
