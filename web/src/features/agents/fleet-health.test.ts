import { expect, test } from 'vitest';
import { healthOf } from './fleet-health.ts';

const none = { working: 0, waiting: 0, failed: 0, succeeded: 0 };

test('an agent is as its last run and what it has open say, the worst first', () => {
  expect(healthOf(null, none).word).toBe('nothing to do yet');
  expect(healthOf({ status: 'FAILED' }, { ...none, waiting: 1 }).tone).toBe('bad');
  expect(healthOf({ status: 'SUCCEEDED' }, { ...none, waiting: 1 }).word).toBe('waits for you');
  expect(healthOf({ status: 'SUCCEEDED' }, { ...none, working: 1 }).word).toBe('at work');
  expect(healthOf({ status: 'SUCCEEDED' }, { ...none, failed: 3, succeeded: 1 }).tone).toBe('bad');
  expect(healthOf({ status: 'CANCELLED' }, null).word).toBe('well');
});
