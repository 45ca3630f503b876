import { Cron } from 'croner';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { isTimeZone } from '../../kernel/tenancy/time-zone.ts';
import { agentScheduleErrors } from './schedule.errors.ts';
import type { ScheduleEvent } from './schedule.enums.ts';

const MIN_SECONDS = 60;
const MAX_SECONDS = 366 * 24 * 3_600;
const MAX_CRON_CHARACTERS = 100;

/**
 * When a workflow begins by itself. A cron expression is read on the clock of its time zone: a moment within the hour that is skipped in
 * spring comes when the hour is over, and one within the hour that is doubled in autumn comes once, the first time, unless the expression
 * says every hour. An interval counts time that passes, from its anchor on, whatever clocks show.
 */
export type Timing =
  | { kind: 'ONCE'; at: Date }
  | { kind: 'INTERVAL'; everySeconds: number; anchor: Date }
  | { kind: 'CRON'; cron: string; timeZone: string }
  | { kind: 'EVENT'; event: ScheduleEvent };

export interface TimingWish {
  timing: Timing['kind'];
  at: Date | null;
  everySeconds: number | null;
  cron: string | null;
  timeZone: string;
  on: ScheduleEvent | null;
}
export interface Wrong {
  error: DomainError;
  field: string;
}

/** The timing that was asked for. @returns what is wrong with it otherwise, with the field */
export function readTiming(wish: TimingWish, now: Date): Timing | Wrong {
  const invalid = (reason: string, field: string): Wrong => ({ error: agentScheduleErrors.AGENT_SCHEDULE_INVALID({ reason }), field });
  if (!isTimeZone(wish.timeZone))
    return { error: agentScheduleErrors.AGENT_SCHEDULE_ZONE_UNKNOWN({ zone: wish.timeZone.slice(0, 60) }), field: 'timeZone' };
  switch (wish.timing) {
    case 'ONCE': {
      if (wish.at === null) return invalid('Once needs the moment.', 'at');
      if (wish.at <= now) return { error: agentScheduleErrors.AGENT_SCHEDULE_IN_THE_PAST({}), field: 'at' };
      return { kind: 'ONCE', at: wish.at };
    }
    case 'INTERVAL': {
      const everySeconds = wish.everySeconds ?? 0;
      if (everySeconds < MIN_SECONDS || everySeconds > MAX_SECONDS)
        return invalid(`An interval has ${MIN_SECONDS} to ${MAX_SECONDS} seconds.`, 'everySeconds');
      return { kind: 'INTERVAL', everySeconds, anchor: wish.at ?? now };
    }
    case 'CRON':
      return readCron(wish.cron ?? '', wish.timeZone, now);
    case 'EVENT':
      return wish.on === null ? invalid('Say what it waits for.', 'on') : { kind: 'EVENT', event: wish.on };
  }
}

/** A cron expression of five fields with moments to come. */
export function readCron(text: string, timeZone: string, now: Date): Timing | Wrong {
  const bad = (reason: string): Wrong => ({ error: agentScheduleErrors.AGENT_SCHEDULE_CRON_INVALID({ reason }), field: 'cron' });
  if (!isTimeZone(timeZone))
    return { error: agentScheduleErrors.AGENT_SCHEDULE_ZONE_UNKNOWN({ zone: timeZone.slice(0, 60) }), field: 'timeZone' };
  const cron = text.trim();
  if (cron.length > MAX_CRON_CHARACTERS || cron.split(/\s+/u).length !== 5) return bad('it does not have five fields');
  try {
    const next = new Cron(cron, { timezone: timeZone, paused: true }).nextRun(now);
    return next === null ? bad('it names no moment to come') : { kind: 'CRON', cron, timeZone };
  } catch (error) {
    return bad(error instanceof Error ? error.message.slice(0, 120).replace(/\.$/u, '') : 'it is none');
  }
}

/** The first moment after `after`; null: none, or nobody knows. */
export function nextAfter(timing: Timing, after: Date): Date | null {
  switch (timing.kind) {
    case 'ONCE':
      return timing.at > after ? timing.at : null;
    case 'INTERVAL': {
      const every = timing.everySeconds * 1_000;
      const passed = Math.floor((after.getTime() - timing.anchor.getTime()) / every);
      return new Date(timing.anchor.getTime() + Math.max(0, passed + 1) * every);
    }
    case 'CRON':
      return new Cron(timing.cron, { timezone: timing.timeZone, paused: true }).nextRun(after);
    case 'EVENT':
      return null;
  }
}

/** The next moments after `after`, at most `count`. */
export function momentsAfter(timing: Timing, after: Date, count: number): Date[] {
  const moments: Date[] = [];
  for (let at = nextAfter(timing, after); at !== null && moments.length < count; at = nextAfter(timing, at)) moments.push(at);
  return moments;
}
