import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ganttOf } from './gantt.ts';
import type { Step } from './run-state.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const iso = (ms: number) => new Date(START + ms).toISOString();
const step = (key: string, startedAt: string | null, finishedAt: string | null): Step => ({
  key,
  name: key,
  status: finishedAt === null ? 'RUNNING' : 'SUCCEEDED',
  detail: null,
  at: finishedAt ?? startedAt,
  progress: null,
  attempts: 1,
  startedAt,
  finishedAt,
  kind: null,
  dependsOn: [],
  problem: null,
  costUsd: null,
  tokens: null,
  undoing: null,
  carried: false,
  approval: null,
});

test('steps stand on the time of their run, those under way reach until now, those to come have no bar', () => {
  const steps = [step('A', iso(0), iso(2_000)), step('B', iso(2_000), null), step('C', null, null)];
  const { ms, bars, ticks } = ganttOf({ startedAt: iso(0), finishedAt: null, steps }, new Date(START + 8_000));
  expect(ms).toBe(8_000);
  expect(bars.map(({ from, to, ms: took }) => [from, to, took])).toEqual([
    [0, 0.25, 2_000],
    [0.25, 1, 6_000],
    [0, 0, null],
  ]);
  expect(ticks.map((each) => each.ms)).toEqual([0, 2_000, 4_000, 6_000, 8_000]);
});

test('whatever the times say, every bar stays on the axis and the marks are few', () => {
  const moment = fc.option(fc.integer({ min: -5_000, max: 10_000_000_000 }), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.tuple(moment, moment), { maxLength: 8 }), moment, fc.nat(10_000_000_000), (times, end, now) => {
      const steps = times.map(([from, to], index) => step(String(index), from === null ? null : iso(from), to === null ? null : iso(to)));
      const { bars, ticks } = ganttOf({ startedAt: iso(0), finishedAt: end === null ? null : iso(end), steps }, new Date(START + now));
      for (const { from, to } of bars) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(1);
      }
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});
