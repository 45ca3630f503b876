import { Cron } from 'croner';
import { type DomainError } from '../../kernel/errors/domain-error.ts';
import { scheduleErrors } from './schedule.errors.ts';

export const MIN_MINUTES = 5;
export const MAX_MINUTES = 31 * 24 * 60;
const MAX_CRON_CHARACTERS = 100;
const MINUTE_MS = 60_000;
/** What chance adds to a moment, at most: the tenth of the interval up to a minute. */
const MAX_JITTER_MS = MINUTE_MS;
/** Moments of an expression that are looked at to know how far apart they are. */
const LOOKED_AT = 50;

/** When something happens by itself. */
export type Timing = { kind: 'EVERY'; everyMinutes: number } | { kind: 'CRON'; cron: string; timeZone: string };

/** The timing that was asked for. @returns what is wrong with it otherwise, with the field */
export function readTiming(
  input: { everyMinutes: number | null; cron: string | null; timeZone: string | null },
  now: Date,
): Timing | { error: DomainError; field: string | null } {
  const { everyMinutes, cron } = input;
  const timeZone = input.timeZone ?? 'UTC';
  if (!isZone(timeZone)) return { error: scheduleErrors.SCHEDULE_ZONE_UNKNOWN({ zone: timeZone.slice(0, 60) }), field: 'timeZone' };
  if ((everyMinutes === null) === (cron === null)) return { error: scheduleErrors.SCHEDULE_CHOICE({}), field: null };
  if (everyMinutes !== null) {
    if (everyMinutes >= MIN_MINUTES && everyMinutes <= MAX_MINUTES) return { kind: 'EVERY', everyMinutes };
    return { error: scheduleErrors.SCHEDULE_EVERY_INVALID({ min: MIN_MINUTES, max: MAX_MINUTES }), field: 'everyMinutes' };
  }
  const expression = (cron ?? '').trim();
  const bad = (reason: string): { error: DomainError; field: string } => ({
    error: scheduleErrors.SCHEDULE_CRON_INVALID({ reason }),
    field: 'cron',
  });
  if (expression.length > MAX_CRON_CHARACTERS || expression.split(/\s+/u).length !== 5) return bad('it does not have five fields');
  try {
    const moments = new Cron(expression, { timezone: timeZone, paused: true }).nextRuns(LOOKED_AT, now);
    if (moments.length === 0) return bad('it names no moment to come');
    const close = moments.some((at, index) => index > 0 && at.getTime() - (moments[index - 1]?.getTime() ?? 0) < MIN_MINUTES * MINUTE_MS);
    if (close) return { error: scheduleErrors.SCHEDULE_CRON_TOO_OFTEN({ min: MIN_MINUTES }), field: 'cron' };
    return { kind: 'CRON', cron: expression, timeZone };
  } catch (error) {
    return bad(error instanceof Error ? error.message.slice(0, 120).replace(/\.$/u, '') : 'it is none');
  }
}

/** The moment after `now` at which it is due next, a little later by chance (0…1); null: never again. */
export function nextTime(timing: Timing, now: Date, chance: number): Date | null {
  if (timing.kind === 'EVERY') {
    const interval = timing.everyMinutes * MINUTE_MS;
    return new Date(now.getTime() + interval + chance * Math.min(MAX_JITTER_MS, interval / 10));
  }
  const next = new Cron(timing.cron, { timezone: timing.timeZone, paused: true }).nextRun(now);
  return next === null ? null : new Date(next.getTime() + chance * MAX_JITTER_MS);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
