import { expect, test } from 'vitest';
import { estimateSeconds } from './estimate.ts';
import { begin, react } from './machine/machine.ts';
import { withStep } from './machine/run-state.ts';

const steps = [
  { kind: 'WORK' as const, name: 'A', title: 'A', weight: 1 },
  { kind: 'WORK' as const, name: 'B', title: 'B', weight: 3 },
  { kind: 'WAIT' as const, name: 'C', title: 'C', weight: 2 },
];
const fresh = begin('A run', steps).run;
const started = react(fresh, { type: 'CLAIMED', segment: fresh.segment, worker: 'w' }).run;

test('a step half done after ten seconds takes ten more, and those to come as long by weight', () => {
  expect(estimateSeconds(withStep(started, 0, { progress: 0.5 }), 10)).toBeCloseTo(10 + 20 * 5);
});

test('what somebody else has done already of a later step is not counted', () => {
  const run = withStep(withStep(started, 0, { progress: 0.5 }), 2, { progress: 1 });
  expect(estimateSeconds(run, 10)).toBeCloseTo(10 + 20 * 3);
});

test.each([
  ['nothing is done yet', withStep(started, 0, { progress: 0 }), 10],
  ['it has just begun', withStep(started, 0, { progress: 0.5 }), 0.1],
  ['it has not begun', withStep(started, 0, { progress: 0.5 }), null],
  ['a person is waited for', withStep(started, 0, { progress: 0.5, status: 'WAITING' }), 10],
])('nothing is said while %s', (_when, run, elapsed) => {
  expect(estimateSeconds(run, elapsed)).toBeNull();
});
