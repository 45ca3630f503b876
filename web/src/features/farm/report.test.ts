import { expect, test } from 'vitest';
import { farmLook } from './looks.ts';
import { reportOf } from './report.ts';
import { formIn, withForm } from './scenarios.ts';

test('a report is read as far as it goes', () => {
  expect(reportOf(null)).toBeNull();
  expect(reportOf({ runs: { total: 3 }, broken: [{ workflow: 'a', faults: ['x', 1] }] })).toMatchObject({
    runs: { total: 3, failed: 0 },
    faults: [],
    broken: [{ workflow: 'a', problem: '', faults: ['x', '1'], differences: [] }],
  });
});

test('a stress test says how far it is until it has a verdict', () => {
  expect(farmLook({ status: 'RUNNING', verdict: null, done: 2, total: 9 }).word).toBe('2 of 9');
  expect(farmLook({ status: 'FINISHED', verdict: 'DEGRADED', done: 9, total: 9 }).tone).toBe('warning');
  expect(farmLook({ status: 'ENDED', verdict: null, done: 2, total: 9 }).word).toBe('ended early');
});

test('a scenario says on what it runs; a text that cannot be read stays as it is', () => {
  expect(formIn('{"name": "a"}')).toBe('REHEARSAL');
  expect(formIn('{')).toBe('REHEARSAL');
  const real = withForm('{"name": "a"}', 'EXECUTOR');
  expect(formIn(real)).toBe('EXECUTOR');
  expect(JSON.parse(withForm(real, 'REHEARSAL'))).toEqual({ name: 'a' });
  expect(withForm('{', 'EXECUTOR')).toBe('{');
});
