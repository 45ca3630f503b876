import { type HistoryPoint, readHistory } from '../analysis/history.ts';
import type { RunQuery } from '../answer/answer-types.ts';
import { contextOf, read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { totalPlan } from '../answer/variations.ts';
import type { CalendarUnit } from '../language/calendar.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** Fewer points are no course. */
const MIN_POINTS = 3;
const GRAINS: readonly CalendarUnit[] = ['month', 'quarter', 'year'];

/** What a number was in the periods up to the end of its own. */
export interface NodeHistory {
  points: HistoryPoint[];
  grain: CalendarUnit;
}

/** The plan as it is told over time: how things stand has a time only when it is asked for by one. */
function overTime(knowledge: Knowledge, question: string, plan: QueryPlan, today: string): QueryPlan | null {
  if (plan.sources.every(({ timeField }) => timeField !== null)) return plan;
  const reading = read(knowledge, `${question} by month`, today);
  if (reading.kind === 'refused') return null;
  const [measure] = reading.interpretation.plan.measures;
  const [own] = plan.measures;
  return measure?.metric === own?.metric && reading.interpretation.plan.sources[0]?.entity === plan.sources[0]?.entity
    ? totalPlan(reading.interpretation.plan)
    : null;
}

/** Reads the whole periods of a number, months where there are enough of them; null where it has no time. One statement, rarely two. */
export async function nodeHistory(
  knowledge: Knowledge,
  run: RunQuery,
  { question, plan }: { question: string; plan: QueryPlan },
  today: string,
): Promise<NodeHistory | null> {
  const timed = overTime(knowledge, question, plan, today);
  if (timed === null) return null;
  const end = plan.period?.to ?? null;
  for (const grain of GRAINS) {
    const history = await readHistory(contextOf(knowledge, today), run, timed, grain);
    if (history === null) return null;
    const points = history.points.filter(({ start }) => end === null || start < end);
    if (points.length >= MIN_POINTS) return { points, grain };
  }
  return null;
}
