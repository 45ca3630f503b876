import { Cron } from 'croner';

/** Snapshots that follow one another closer than this tell nothing new. */
const MIN_MINUTES = 15;
const MAX_CRON_CHARACTERS = 100;
/** Moments of an expression that are looked at to know how far apart they are. */
const LOOKED_AT = 50;
const MINUTE_MS = 60_000;

/** When something happens by itself. */
export interface Timing {
  cron: string;
  timeZone: string;
}

/** The timing that was asked for; a reason when it is none. */
export function readTiming(cron: string, zone: string | null, now: Date): Timing | { reason: string } {
  const expression = cron.trim();
  const timeZone = zone?.trim() || 'UTC';
  if (!isZone(timeZone)) return { reason: `“${timeZone.slice(0, 60)}” is no time zone.` };
  if (expression.length > MAX_CRON_CHARACTERS || expression.split(/\s+/u).length !== 5)
    return { reason: 'A cron expression has five fields.' };
  try {
    const moments = new Cron(expression, { timezone: timeZone, paused: true }).nextRuns(LOOKED_AT, now);
    if (moments.length === 0) return { reason: 'It names no moment to come.' };
    const close = moments.some((at, index) => index > 0 && at.getTime() - (moments[index - 1]?.getTime() ?? 0) < MIN_MINUTES * MINUTE_MS);
    return close ? { reason: `Snapshots are at least ${MIN_MINUTES} minutes apart.` } : { cron: expression, timeZone };
  } catch (error) {
    return { reason: `It is no cron expression: ${error instanceof Error ? error.message.slice(0, 120).replace(/\.$/u, '') : ''}.` };
  }
}

/** The moment after `now` at which it is due next; a year away for an expression that names none any more. */
export function nextTime({ cron, timeZone }: Timing, now: Date): Date {
  return new Cron(cron, { timezone: timeZone, paused: true }).nextRun(now) ?? new Date(now.getTime() + 365 * 24 * 60 * MINUTE_MS);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
