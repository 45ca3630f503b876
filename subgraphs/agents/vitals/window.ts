const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const VitalsWindow = { HOUR: 'HOUR', HOURS_6: 'HOURS_6', DAY: 'DAY', WEEK: 'WEEK' } as const;
export type VitalsWindow = (typeof VitalsWindow)[keyof typeof VitalsWindow];

/** How far back each looks, and in parts of what length. */
const LENGTHS: Record<VitalsWindow, { ms: number; partMs: number }> = {
  HOUR: { ms: HOUR_MS, partMs: 2 * MINUTE_MS },
  HOURS_6: { ms: 6 * HOUR_MS, partMs: 10 * MINUTE_MS },
  DAY: { ms: 24 * HOUR_MS, partMs: 30 * MINUTE_MS },
  WEEK: { ms: 7 * 24 * HOUR_MS, partMs: 4 * HOUR_MS },
};

/** A stretch of time in equal parts that begin at whole multiples of their length; the last one is under way. */
export interface VitalsSpan {
  since: Date;
  partMs: number;
  parts: readonly Date[];
}

/** The parts of a window that ends now. */
export function spanOf(window: VitalsWindow, now: Date): VitalsSpan {
  const { ms, partMs } = LENGTHS[window];
  const end = (Math.floor(now.getTime() / partMs) + 1) * partMs;
  const parts = Array.from({ length: ms / partMs }, (_, index) => new Date(end - ms + index * partMs));
  return { since: new Date(end - ms), partMs, parts };
}
