import type { Context } from '../compose/context.ts';
import type { Reading, Refusal } from '../compose/interpret.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { MAX_ROWS } from '../plan/query-plan.ts';
import type { Filter, QueryPlan, Source } from '../plan/query-plan.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { settleMoney } from '../sql/money.ts';
import { unconvertible } from './unconvertible.ts';
import type { AnswerCommon, AnswerFacts, RunQuery } from './answer-types.ts';
import { byDays, type RunPlan } from './by-days.ts';
import { domainOf } from './domain.ts';
import { asksForDrivers, driversAnswer } from './drivers.ts';
import { confidenceOf } from './confidence.ts';
import { conversionsOf } from './conversions.ts';
import type { DataHealth } from './confidence-data.ts';
import { followUpsOf } from './follow-ups.ts';
import { formatBucket, formatValue, toNumber } from './format.ts';
import { contextOf } from './knowledge.ts';
import { readAsked } from './read-asked.ts';
import { analysed } from './analysed.ts';
import { preferred } from '../verified/preferred.ts';
import { withVerification } from '../verified/told.ts';
import type { VerifiedAnswerRow } from '../verified/verified.entity.ts';
import type { Knowledge } from './knowledge.ts';
import { limitedBy, shownSql } from './limits.ts';
import { lineageOf } from './lineage.ts';
import { resultFacts } from './result-facts.ts';
import { runBreakdown, runSeries } from './around.ts';
import { deltaOf, seriesChange, trendOf } from './movement.ts';
import { conditionText, deltaText, groupsSentence, listSentence, valueSentence } from './sentence.ts';
import { chartOf } from './chart.ts';
import { judge } from './verdict.ts';
import { tableOf } from './table.ts';
import { comparedPeriod, totalPlan } from './variations.ts';

export interface Asked {
  question: string;
  persona: PersonaName | null;
  /** YYYY-MM-DD. */
  today: string;
  health: DataHealth;
  /** What somebody stands for, where they do for this question. */
  verified?: VerifiedAnswerRow | null;
}
export type Outcome = { kind: 'answer'; answer: AnswerFacts } | { kind: 'refused'; refusal: Refusal };
type Row = Record<string, unknown>;

const valueOf = (rows: Row[]): number | null => toNumber(rows[0]?.['m0']);

function noData(knowledge: Knowledge, plan: QueryPlan): boolean {
  return plan.sources.some((source) => knowledge.profile.entities[source.entity]?.rows === 0);
}

function noDataText({ model, guard }: Knowledge, source: Source | undefined): string {
  const entity = source === undefined ? null : model.entity(source.entity);
  const records = entity?.pluralLabel.toLowerCase() ?? 'that';
  const rules = entity === null ? [] : guard.rowRules(entity);
  return rules.length === 0
    ? `There are no records of ${records} yet.`
    : `There are no ${records} that your role sees (${rules.join(', ')}).`;
}

/** Answers a question: reads it, runs its plan and the plans around it as the tenant, and says what it found and how sure that is. */
export async function answerQuestion(knowledge: Knowledge, run: RunQuery, asked: Asked): Promise<Outcome> {
  const { reading: read, analysis } = readAsked(knowledge, asked.question, asked.today);
  const kept = asked.verified == null ? null : preferred(knowledge, read, asked.verified);
  const reading = kept?.reading ?? read;
  if (reading.kind === 'refused') return reading;
  const plain = await answerReading(knowledge, run, asked, reading);
  const outcome = kept === null ? plain : withVerification(plain, kept.verification);
  return analysis === null ? outcome : analysed(knowledge, run, asked, analysis, outcome);
}

/** Answers what a question was read as, or a plan that was given. */
export async function answerReading(
  knowledge: Knowledge,
  run: RunQuery,
  asked: Asked,
  { interpretation, tokens }: Pick<Extract<Reading, { kind: 'understood' }>, 'interpretation' | 'tokens'>,
): Promise<Outcome> {
  const plan = settleMoney(interpretation.plan, knowledge.model);
  const context = contextOf(knowledge, asked.today);
  const first = plan.sources[0];
  if (first === undefined || noData(knowledge, plan))
    return {
      kind: 'refused',
      refusal: {
        reason: 'NO_DATA',
        text: noDataText(knowledge, first),
        notUnderstood: [],
        missing: [],
        wouldHelp: [],
        suggestions: [],
        tokens,
      },
    };
  const unlike = await unconvertible(knowledge, run, plan);
  if (unlike !== null)
    return { kind: 'refused', refusal: { reason: 'NOT_AVAILABLE', notUnderstood: [], suggestions: [], tokens, ...unlike } };
  const compiled = compilePlan(plan, knowledge.model);
  const runPlan = byDays(context, run);
  const rows = await runPlan(plan);
  const conversions = await conversionsOf(knowledge, run, plan);
  const common = {
    question: asked.question,
    persona: asked.persona,
    tokens,
    plan,
    sql: shownSql(knowledge, plan, compiled),
    limitedBy: limitedBy(knowledge, plan),
    lineage: lineageOf(knowledge, plan),
    confidence: confidenceOf(knowledge, interpretation, { ...asked.health, conversions }, asked.today, resultFacts(plan, rows)),
    interpretation,
    verdict: null,
    chart: chartOf(plan, knowledge.model, interpretation.wishes?.chart ?? null),
  };
  const answer = asksForDrivers(plan)
    ? driversAnswer(knowledge, plan, rows, common)
    : plan.shape === 'list'
      ? listAnswer(knowledge, plan, rows, common)
      : await measuredAnswer(knowledge, context, runPlan, plan, rows, common);
  const judged = await judge(context, run, answer);
  return { kind: 'answer', answer: { ...judged, followUps: followUpsOf(knowledge, judged, asked.today) } };
}

function listAnswer(knowledge: Knowledge, plan: QueryPlan, rows: Row[], common: AnswerCommon): AnswerFacts {
  const entity = knowledge.model.entity(plan.sources[0]?.entity ?? '');
  const table = tableOf(knowledge, plan, rows, null);
  const total = table.rows.length;
  const onlyColumn = plan.distinct ? table.columns[0]?.label : undefined;
  const noun =
    onlyColumn === undefined
      ? { one: entity.label, many: entity.pluralLabel }
      : { one: `${onlyColumn} value`, many: `${onlyColumn} values` };
  const titles = table.rows.map((row) => String(row[0] ?? '(none)'));
  const asked = plan.limit === 1 ? plan.order[0]?.index : table.columns.length === 2 ? 1 : undefined;
  const column = asked === undefined || asked === 0 ? undefined : table.columns[asked];
  const cell = asked === undefined ? undefined : table.rows[0]?.[asked];
  const fact =
    column === undefined || cell === undefined || cell === null
      ? null
      : {
          label: column.label,
          value: (column.unit !== null && typeof cell === 'number' ? formatValue(cell, column.unit, null) : null) ?? String(cell),
        };
  const text = listSentence(plan, { noun, titles, total, truncated: table.truncated, fact }, conditionText(knowledge, plan, []));
  return {
    ...common,
    ...table,
    text,
    metric: null,
    label: noun.many,
    value: table.truncated ? null : total,
    unit: 'COUNT',
    currency: null,
    formattedValue: table.truncated ? `> ${formatValue(MAX_ROWS, 'COUNT', null)}` : formatValue(total, 'COUNT', null),
    delta: null,
    trend: null,
    series: [],
    breakdown: [],
    followUps: [],
    domain: 'OPERATIONS',
  };
}

async function measuredAnswer(
  knowledge: Knowledge,
  context: Context,
  run: RunPlan,
  plan: QueryPlan,
  rows: Row[],
  common: AnswerCommon,
): Promise<AnswerFacts> {
  const measure = plan.measures[0];
  if (measure === undefined) throw new Error('A plan without a measure');
  const definition = measure.metric === null ? null : (knowledge.metrics.get(measure.metric)?.definition ?? null);
  const ranked = plan.groupBy.length > 0 && plan.limit < MAX_ROWS;
  const conditional = plan.having.length > 0;
  const one = plan.shape === 'value' || (ranked && plan.limit === 1);
  const whole = totalPlan(plan);
  const value = one ? valueOf(rows) : ranked || conditional ? null : valueOf(await run(whole));
  const period = ranked || conditional ? plan.compare : comparedPeriod(context, plan);
  const before = period === null || ranked ? null : valueOf(await run({ ...whole, period }));
  const delta = period === null || (before === 0 && plan.compare === null && value === 0) ? null : deltaOf(value, before, period.label);
  const compared =
    plan.compare !== null && plan.shape === 'groups' ? await run({ ...plan, period: plan.compare, limit: MAX_ROWS, order: [] }) : null;
  const { series, lastComplete } = await runSeries(context, run, plan);
  const goodDirection = definition?.goodDirection ?? 'NEUTRAL';
  const trend = trendOf(delta?.relative ?? (plan.period === null ? seriesChange(series, lastComplete) : null), goodDirection);
  const breakdown = await runBreakdown(context, run, plan, rows, ranked ? valueOf(await run(whole)) : value);
  const formatted = formatValue(value, measure.unit, measure.currency);
  const conditions = conditionText(knowledge, plan, metricFilters(knowledge, measure.id.split(':').at(-1) ?? null));
  const shown = rows.map((row) => ({
    label: plan.groupBy.map((dimension, index) => formatBucket(row[`d${index}`], dimension.grain)).join(' · '),
    value: formatValue(toNumber(row['m0']), measure.unit, measure.currency),
  }));
  const text =
    plan.shape === 'value'
      ? valueSentence(measure.label, plan, formatted, deltaText(delta, measure.unit, measure.currency), conditions)
      : groupsSentence(measure.label, plan, shown, rows.length, conditions);
  return {
    ...common,
    ...tableOf(knowledge, plan, rows, compared),
    text,
    metric: measure.metric,
    label: measure.label,
    value,
    unit: measure.unit,
    currency: measure.currency,
    formattedValue: formatted,
    delta,
    trend,
    series,
    breakdown,
    followUps: [],
    domain: definition?.domain ?? domainOf(plan, knowledge),
  };
}

function metricFilters(knowledge: Knowledge, metric: string | null): Filter[] {
  return metric === null ? [] : (knowledge.metrics.get(metric)?.computation?.sources.flatMap((source) => source.filters) ?? []);
}
