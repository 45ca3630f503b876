import type { ConfidenceFacts, DeltaFacts, RunQuery } from '../answer/answer-types.ts';
import { confidenceOf } from '../answer/confidence.ts';
import type { DataHealth } from '../answer/confidence-data.ts';
import { formatValue, toNumber } from '../answer/format.ts';
import { contextOf } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { deltaOf, trendOf } from '../answer/movement.ts';
import { comparedPeriod, totalPlan } from '../answer/variations.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { settleMoney } from '../sql/money.ts';
import type { Asked } from './conditions.ts';
import { type GalaxyNodeFacts, type Making, MAX_SPARKLINE } from './galaxy-facts.ts';
import type { Neighbour } from './neighbour.ts';
import { type NodeHistory, nodeHistory } from './node-history.ts';

/** When the oldest of the data behind a plan was last read from its source; null where nothing says. */
export function freshnessOf(knowledge: Knowledge, plan: QueryPlan, health: DataHealth): string | null {
  const dates = plan.sources
    .flatMap((source) =>
      (knowledge.model.find(source.entity)?.sources ?? []).map((each) => health.objects.get(each.objectId)?.syncedAt ?? null),
    )
    .filter((date) => date !== null);
  const updated = plan.sources.map((source) => knowledge.profile.entities[source.entity]?.updatedAt ?? null).find((date) => date !== null);
  const oldest = dates.toSorted((a, b) => a.localeCompare(b))[0] ?? updated ?? null;
  return oldest === null || Number.isNaN(Date.parse(oldest)) ? null : new Date(oldest).toISOString();
}

/** The share of what could be wrong with the data that is not: blanks, broken links and quarantine, as confidence counts them. */
export function qualityOf(confidence: ConfidenceFacts): number {
  const dataDoubts = confidence.reasons
    .filter((reason) => reason.effect < 0 && /have no|name a|quarantine|mapping/i.test(reason.text))
    .reduce((sum, reason) => sum - reason.effect, 0);
  return Math.max(0, Math.round((1 - dataDoubts) * 1000) / 1000);
}

/** The change since the period before its own; of what is told as it stands, since the last period that is over. */
async function deltaSince(
  { knowledge, today }: Making,
  run: RunQuery,
  plan: QueryPlan,
  value: number,
  history: NodeHistory | null,
): Promise<DeltaFacts | null> {
  const before = comparedPeriod(contextOf(knowledge, today), plan);
  if (before !== null) {
    const rows = await run(compilePlan({ ...plan, period: before }, knowledge.model));
    return deltaOf(value, toNumber(rows[0]?.['m0']), before.label);
  }
  const stands = plan.period === null && plan.sources.every(({ timeField }) => timeField === null);
  const last = history?.points.at(-1);
  return stands && last !== undefined ? deltaOf(value, last.value, last.period) : null;
}

/** A neighbour with its numbers, and what it was before; null where it has no value. */
export async function nodeOf(
  making: Making,
  run: RunQuery,
  neighbour: Neighbour,
  { question, reading, same }: Asked,
): Promise<{ node: GalaxyNodeFacts; history: NodeHistory | null } | null> {
  const { knowledge, health, today } = making;
  const { interpretation } = reading;
  const plan = settleMoney(totalPlan(interpretation.plan), knowledge.model);
  const measure = plan.measures[0];
  if (measure === undefined) return null;
  const value = toNumber((await run(compilePlan(plan, knowledge.model)))[0]?.['m0']);
  if (value === null) return null;
  const history = await nodeHistory(knowledge, run, { question, plan }, today);
  const delta = await deltaSince(making, run, plan, value, history);
  const definition = measure.metric === null ? undefined : knowledge.metrics.get(measure.metric)?.definition;
  const confidence = confidenceOf(knowledge, interpretation, health, today);
  const goodDirection = definition?.goodDirection ?? 'NEUTRAL';
  const points = history?.points.map((point) => point.value) ?? [];
  const [before, last] = [points.at(-2) ?? 0, points.at(-1) ?? 0];
  const change = delta?.relative ?? (before === 0 ? null : (last - before) / Math.abs(before));
  return {
    history,
    node: {
      id: neighbour.id,
      label: neighbour.label,
      question,
      orbit: neighbour.orbit,
      domain: definition?.domain ?? neighbour.domain,
      unit: measure.unit,
      value,
      formattedValue: formatValue(value, measure.unit, measure.currency),
      period: plan.period?.label ?? null,
      sameConditions: same,
      delta,
      goodDirection,
      trend: trendOf(change, goodDirection),
      confidence,
      quality: qualityOf(confidence),
      freshness: freshnessOf(knowledge, plan, health),
      sparkline: points.slice(-MAX_SPARKLINE),
    },
  };
}
