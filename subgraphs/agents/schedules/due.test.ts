import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAt } from './due.ts';
import { momentsAfter, nextAfter, readTiming, type Timing } from './timing.ts';

const cron = (expression: string, timeZone = 'Europe/Oslo'): Timing => ({ kind: 'CRON', cron: expression, timeZone });
const from = (timing: Timing, after: string, count: number): string[] =>
  momentsAfter(timing, new Date(after), count).map((at) => at.toISOString().slice(0, 16));

test('a moment within the hour that is skipped in spring comes when that hour is over, once', () => {
  expect(from(cron('30 2 * * *'), '2026-03-28T00:00:00Z', 3)).toEqual(['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30']);
  expect(from(cron('0 2 * * *'), '2026-03-28T02:00:00Z', 2)).toEqual(['2026-03-29T01:00', '2026-03-30T00:00']);
  expect(from(cron('*/30 * * * *'), '2026-03-29T00:10:00Z', 3)).toEqual(['2026-03-29T00:30', '2026-03-29T01:00', '2026-03-29T01:30']);
  expect(from(cron('30 2 * * 0', 'America/New_York'), '2026-03-05T00:00:00Z', 2)).toEqual(['2026-03-08T07:00', '2026-03-15T06:30']);
});

test('a moment within the hour that is doubled in autumn comes once, and each half hour as often as it passes', () => {
  expect(from(cron('30 2 * * *'), '2026-10-24T00:00:00Z', 3)).toEqual(['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']);
  expect(from(cron('*/30 * * * *'), '2026-10-24T23:40:00Z', 5)).toEqual([
    '2026-10-25T00:00', '2026-10-25T00:30', '2026-10-25T01:00', '2026-10-25T01:30', '2026-10-25T02:00',
  ]); // prettier-ignore
});

test('an interval counts time that passes from its anchor on, also across a change of clocks', () => {
  const every: Timing = { kind: 'INTERVAL', everySeconds: 43_200, anchor: new Date('2026-03-28T06:00:00Z') };
  expect(from(every, '2026-03-28T07:00:00Z', 3)).toEqual(['2026-03-28T18:00', '2026-03-29T06:00', '2026-03-29T18:00']);
  expect(nextAfter(every, new Date('2026-03-01T00:00:00Z'))).toEqual(every.anchor);
  expect(nextAfter(every, every.anchor)).toEqual(new Date('2026-03-28T18:00:00Z'));
});

const hourly = cron('0 * * * *', 'UTC');
const at = (time: string): Date => new Date(`2026-11-22T${time}Z`);
const due = (misfire: 'RUN_ONCE' | 'SKIP' | 'RUN_ALL', nextAt: Date, now: Date, maxCatchUp = 3) => {
  const { fire, missed, next } = dueAt(hourly, { misfire, maxCatchUp }, nextAt, now);
  return { fire: fire.map((moment) => moment.toISOString().slice(11, 16)), missed, next: next?.toISOString().slice(11, 16) };
};

test('what is due on time is begun, whatever the policy', () => {
  for (const misfire of ['RUN_ONCE', 'SKIP', 'RUN_ALL'] as const) {
    expect(due(misfire, at('08:00:00'), at('08:00:59'))).toEqual({ fire: ['08:00'], missed: 0, next: '09:00' });
    expect(due(misfire, at('08:00:00'), at('07:59:59'))).toEqual({ fire: [], missed: 0, next: '08:00' });
  }
});

test('missed moments are run as one, not at all, or one by one up to a bound', () => {
  expect(due('RUN_ONCE', at('03:00:00'), at('08:30:00'))).toEqual({ fire: ['08:00'], missed: 5, next: '09:00' });
  expect(due('SKIP', at('03:00:00'), at('08:30:00'))).toEqual({ fire: [], missed: 6, next: '09:00' });
  expect(due('SKIP', at('03:00:00'), at('08:00:30'))).toEqual({ fire: ['08:00'], missed: 5, next: '09:00' });
  expect(due('RUN_ALL', at('03:00:00'), at('08:30:00'))).toEqual({ fire: ['06:00', '07:00', '08:00'], missed: 3, next: '09:00' });
});

test('a server that was away for a year begins the latest moments, soon', () => {
  const minutely = cron('* * * * *', 'UTC');
  const now = new Date('2026-11-22T08:00:30Z');
  const found = dueAt(minutely, { misfire: 'RUN_ALL', maxCatchUp: 3 }, new Date('2025-11-22T08:00:00Z'), now);
  expect(found.fire.map((moment) => moment.toISOString().slice(0, 16))).toEqual([
    '2026-11-22T07:58',
    '2026-11-22T07:59',
    '2026-11-22T08:00',
  ]);
  expect(found.missed).toBeGreaterThan(1_000);
  expect(found.next).toEqual(new Date('2026-11-22T08:01:00Z'));
});

test('one moment that was missed is run late or not at all, and there is no other', () => {
  const once: Timing = { kind: 'ONCE', at: at('03:00:00') };
  const policy = { maxCatchUp: 1 };
  expect(dueAt(once, { misfire: 'RUN_ONCE', ...policy }, once.at, at('08:00:00'))).toEqual({ fire: [once.at], missed: 0, next: null });
  expect(dueAt(once, { misfire: 'SKIP', ...policy }, once.at, at('08:00:00'))).toEqual({ fire: [], missed: 1, next: null });
});

test('whenever it is looked, every moment is begun or missed once, in order', () => {
  const policy = fc.record({ misfire: fc.constantFrom('RUN_ONCE', 'SKIP', 'RUN_ALL'), maxCatchUp: fc.integer({ min: 1, max: 5 }) });
  const looks = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(policy, looks, (given, minutes) => {
      const begun: number[] = [];
      let [missed, now, next] = [0, at('00:00:00').getTime(), at('00:00:00')];
      for (const pause of minutes) {
        now += pause * 60_000;
        const found = dueAt(hourly, given, next, new Date(now));
        begun.push(...found.fire.map((moment) => moment.getTime()));
        missed += found.missed;
        next = found.next ?? next;
      }
      const all = Math.floor((now - at('00:00:00').getTime()) / 3_600_000) + 1;
      expect(begun.length + missed).toBe(all);
      expect(begun).toEqual([...new Set(begun)].toSorted((a, b) => a - b));
    }),
    { numRuns: 50 },
  );
});

test('a timing that cannot be is refused with the field to correct', () => {
  const none = { at: null, everySeconds: null, cron: null, timeZone: 'UTC', on: null };
  const wrong = (over: Partial<Parameters<typeof readTiming>[0]>): unknown[] => {
    const timing = readTiming({ timing: 'CRON', ...none, ...over }, at('00:00:00'));
    return 'error' in timing ? [timing.error.code, timing.field] : [];
  };
  expect(wrong({ timing: 'ONCE' })).toEqual(['AGENT_SCHEDULE_INVALID', 'at']);
  expect(wrong({ timing: 'ONCE', at: at('00:00:00') })).toEqual(['AGENT_SCHEDULE_IN_THE_PAST', 'at']);
  expect(wrong({ timing: 'INTERVAL', everySeconds: 59 })).toEqual(['AGENT_SCHEDULE_INVALID', 'everySeconds']);
  expect(wrong({ timing: 'EVENT' })).toEqual(['AGENT_SCHEDULE_INVALID', 'on']);
  for (const expression of ['', 'every day', '61 6 * * *', '0 0 31 2 *', '* * * * * *'])
    expect(wrong({ cron: expression })).toEqual(['AGENT_SCHEDULE_CRON_INVALID', 'cron']);
  expect(wrong({ cron: '0 6 * * *', timeZone: 'Mars/Base' })).toEqual(['AGENT_SCHEDULE_ZONE_UNKNOWN', 'timeZone']);
  expect(wrong({ cron: '0 6 * * 1-5', timeZone: 'Europe/Oslo' })).toEqual([]);
});
