import type { Step } from './run-state.ts';

/** One step on the common time of its run: where its bar begins and ends, as parts of the whole (0…1). */
export interface GanttBar {
  step: Step;
  from: number;
  to: number;
  /** How long it took, or has taken so far; null when it has not begun. */
  ms: number | null;
}

export interface Gantt {
  /** The length of the whole. */
  ms: number;
  bars: readonly GanttBar[];
  ticks: readonly { at: number; ms: number }[];
}

/** Steps between marks on the axis, in milliseconds; the first that gives few enough is taken. */
const STEPS_MS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000,
  3_600_000, 7_200_000, 21_600_000, 43_200_000, 86_400_000, 604_800_000,
] as const;
const MOST_TICKS = 6;

/** The steps of a run on one axis from its beginning to its end, or to `now` while it has none. Pure. */
export function ganttOf(run: { startedAt: string; finishedAt: string | null; steps: readonly Step[] }, now: Date): Gantt {
  const start = Date.parse(run.startedAt);
  const ends = run.steps.flatMap(({ finishedAt }) => (finishedAt === null ? [] : [Date.parse(finishedAt)]));
  const end = run.finishedAt === null ? Math.max(now.getTime(), ...ends) : Math.max(Date.parse(run.finishedAt), ...ends);
  const ms = Math.max(1, end - start);
  const part = (at: number) => Math.min(1, Math.max(0, (at - start) / ms));
  const bars = run.steps.map((step): GanttBar => {
    if (step.startedAt === null) return { step, from: 0, to: 0, ms: null };
    const from = Date.parse(step.startedAt);
    const to = step.finishedAt === null ? end : Date.parse(step.finishedAt);
    return { step, from: part(from), to: Math.max(part(from), part(to)), ms: Math.max(0, to - from) };
  });
  const size = STEPS_MS.find((each) => ms / each <= MOST_TICKS) ?? ms / MOST_TICKS;
  const ticks = Array.from({ length: Math.floor(ms / size) + 1 }, (_, index) => ({ at: (index * size) / ms, ms: index * size }));
  return { ms, bars, ticks };
}
