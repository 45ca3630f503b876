import type { AgentScheduleFieldsFragment } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';
import { formatMoment } from '../../ui/format.ts';

const EVENTS: Readonly<Record<string, string>> = {
  CANONICAL_CHANGED: 'records change',
  DRIFT_DETECTED: 'a source drifts',
  METRIC_ALERTED: 'a watched metric moves',
};
/** Choices of what a schedule can wait for. */
export const EVENT_CHOICES = Object.entries(EVENTS).map(([value, word]) => ({ value, label: `When ${word}` }));

const SIZES: readonly (readonly [seconds: number, one: string, many: string])[] = [
  [86_400, 'day', 'days'],
  [3_600, 'hour', 'hours'],
  [60, 'minute', 'minutes'],
  [1, 'second', 'seconds'],
];

/** A length of time in its largest whole unit: 5400 → "every 90 minutes", 3600 → "every hour". Pure. */
export function everySecondsWords(seconds: number): string {
  const [size, one, many] = SIZES.find(([each]) => seconds % each === 0) ?? [1, 'second', 'seconds'];
  const count = seconds / size;
  return count === 1 ? `every ${one}` : `every ${count} ${many}`;
}

type Timing = Pick<AgentScheduleFieldsFragment, 'timing' | 'at' | 'everySeconds' | 'cron' | 'timeZone' | 'on' | 'onlyFor'>;

/** When a schedule begins a run, in words. */
export function timingWords({ timing, at, everySeconds, cron, timeZone, on, onlyFor }: Timing): string {
  switch (timing) {
    case 'ONCE':
      return at === null ? 'once' : `once, ${formatMoment(at)}`;
    case 'INTERVAL':
      return everySecondsWords(everySeconds ?? 0);
    case 'CRON':
      return `${cronWords(cron ?? '') ?? `at ${cron}`}, ${timeZone}`;
    case 'EVENT':
      return `when ${EVENTS[on ?? ''] ?? 'something happens'}${onlyFor === null ? '' : ` (${onlyFor})`}`;
  }
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The commonest cron lines in words; null for those that are best read as they are. Pure. */
export function cronWords(cron: string): string | null {
  const [minute = '', hour = '', day = '', month = '', weekday = '', ...rest] = cron.trim().split(/\s+/);
  if (rest.length > 0 || weekday === '' || month !== '*') return null;
  const every = /^\*\/(\d+)$/;
  if (hour === '*' && day === '*' && weekday === '*') {
    if (minute === '*') return 'every minute';
    const step = every.exec(minute)?.[1];
    if (step) return `every ${step} minutes`;
    return /^\d+$/.test(minute) ? `every hour at :${minute.padStart(2, '0')}` : null;
  }
  if (!/^\d+$/.test(minute)) return null;
  const step = every.exec(hour)?.[1];
  if (step && day === '*' && weekday === '*') return `every ${step} hours at :${minute.padStart(2, '0')}`;
  if (!/^\d+$/.test(hour)) return null;
  const time = `at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (day === '*' && weekday === '*') return `every day ${time}`;
  if (day === '*' && weekday === '1-5') return `Monday to Friday ${time}`;
  if (day === '*' && /^[0-7]$/.test(weekday)) return `every ${DAYS[Number(weekday) % 7]} ${time}`;
  return weekday === '*' && /^\d+$/.test(day) ? `on day ${day} of the month ${time}` : null;
}

const STATUSES: Readonly<Record<string, { word: string; tone: Tone }>> = {
  ACTIVE: { word: 'active', tone: 'good' },
  PAUSED: { word: 'paused', tone: 'neutral' },
  DONE: { word: 'done', tone: 'neutral' },
};
export function scheduleLook(status: string): { word: string; tone: Tone } {
  return STATUSES[status] ?? { word: status.toLowerCase(), tone: 'neutral' };
}

const FIRINGS: Readonly<Record<string, { word: string; tone: Tone }>> = {
  STARTED: { word: 'began', tone: 'good' },
  QUEUED: { word: 'waits its turn', tone: 'accent' },
  SKIPPED: { word: 'left out', tone: 'neutral' },
  FAILED: { word: 'could not begin', tone: 'bad' },
};
export function firingLook(status: string): { word: string; tone: Tone } {
  return FIRINGS[status] ?? { word: status.toLowerCase(), tone: 'neutral' };
}
