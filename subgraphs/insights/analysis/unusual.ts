import type { RunQuery } from '../answer/answer-types.ts';
import { formatValue } from '../answer/format.ts';
import { contextOf } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { periodText } from '../answer/sentence.ts';
import type { GoodDirectionName } from '../metrics/metric-definition.ts';
import type { Period, QueryPlan } from '../plan/query-plan.ts';
import { readHistory, type HistoryPoint } from './history.ts';
import { MIN_POINTS, unusualIn, type Unusual } from './numbers/anomalies.ts';

const NAMED = 3;

/** A period in which a number was not what the others say. */
export interface AnomalyFacts extends HistoryPoint, Omit<Unusual, 'at' | 'value'> {
  /** Whether that is good news; null where neither is. */
  good: boolean | null;
  text: string;
}
export interface AnomaliesFacts {
  /** Latest first. */
  anomalies: AnomalyFacts[];
  /** Periods that were looked at. */
  looked: number;
  grain: string | null;
}

function goodOf(score: number, direction: GoodDirectionName): boolean | null {
  return direction === 'NEUTRAL' ? null : score > 0 === (direction === 'UP');
}

const within = ({ start }: HistoryPoint, period: Period | null): boolean =>
  period === null || ((period.from === null || start >= period.from) && (period.to === null || start < period.to));

/** The unusual periods of a plan's number: what is usual is told by all periods there are, those asked for are shown. */
export async function anomaliesOf(knowledge: Knowledge, run: RunQuery, plan: QueryPlan, today: string): Promise<AnomaliesFacts> {
  const [measure] = plan.measures;
  const history = measure === undefined ? null : await readHistory(contextOf(knowledge, today), run, plan, null);
  if (history === null || measure === undefined || history.points.length < MIN_POINTS)
    return { anomalies: [], looked: history?.points.length ?? 0, grain: history?.grain ?? null };
  const direction = knowledge.metrics.get(measure.metric ?? '')?.definition.goodDirection ?? 'NEUTRAL';
  const found = unusualIn(
    history.points.map(({ value }) => value),
    history.season,
  );
  const anomalies = found.flatMap(({ at, ...unusual }): AnomalyFacts[] => {
    const point = history.points[at];
    if (point === undefined || !within(point, plan.period)) return [];
    const [value, expected] = [unusual.value, unusual.expected].map((each) => formatValue(round(each), measure.unit, measure.currency));
    const text = `${measure.label} was unusually ${unusual.score > 0 ? 'high' : 'low'} in ${point.period}: ${value}, where about ${expected} was to be expected.`;
    return [{ ...point, ...unusual, good: goodOf(unusual.score, direction), text }];
  });
  return { anomalies: anomalies.toSorted((a, b) => (a.start < b.start ? 1 : -1)), looked: history.points.length, grain: history.grain };
}

const round = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10_000) / 10_000);

/** What was found, in a sentence or a few. */
export function anomaliesText({ anomalies, looked, grain }: AnomaliesFacts, plan: QueryPlan): string {
  const label = plan.measures[0]?.label ?? 'It';
  const where = periodText(plan.period);
  if (looked < MIN_POINTS)
    return `${label} cannot be told to be unusual${where}: that takes ${MIN_POINTS} periods at least, and there ${looked === 1 ? 'is 1' : `are ${looked}`}.`;
  if (anomalies.length === 0)
    return `Nothing unusual in ${label.charAt(0).toLowerCase()}${label.slice(1)}${where}, by ${grain} over ${looked} of them.`;
  const more = anomalies.length > NAMED ? ` And ${anomalies.length - NAMED} more.` : '';
  return `${anomalies
    .slice(0, NAMED)
    .map(({ text }) => text)
    .join(' ')}${more}`;
}
