import { expect, test } from 'vitest';
import { addEvents, kindGroupOf, matching, MAX_EVENTS } from './history-list.ts';
import type { RunEvent } from './history-list.ts';

const event = (cursor: number, more: Partial<RunEvent> = {}): RunEvent => ({
  cursor: String(cursor),
  kind: 'PROGRESSED',
  at: '2026-01-01T00:00:00Z',
  step: 'LAND',
  status: 'RUNNING',
  progress: 0.5,
  message: 'x',
  ...more,
});

test('an event that comes twice is kept once, in the order of the server', () => {
  const once = addEvents([], [event(1), event(2)]);
  expect(addEvents(once, [event(2), event(3)]).map((each) => each.cursor)).toEqual(['1', '2', '3']);
  expect(addEvents(once, [event(1)])).toBe(once);
});

test('of a very long run the oldest events go', () => {
  const many = Array.from({ length: MAX_EVENTS + 5 }, (_, index) => event(index));
  expect(addEvents([], many)).toHaveLength(MAX_EVENTS);
  expect(addEvents([], many)[0]?.cursor).toBe('5');
});

test('a filter keeps one step, with or without progress', () => {
  const events = [event(1), event(2, { kind: 'STEP_STARTED', step: 'MAP' }), event(3, { kind: 'STEP_FINISHED' })];
  expect(matching(events, { step: 'LAND', kind: null, progress: false }).map((each) => each.cursor)).toEqual(['3']);
  expect(matching(events, { step: null, kind: null, progress: true })).toHaveLength(3);
  expect(matching(events, { step: null, kind: 'steps', progress: true }).map((each) => each.cursor)).toEqual(['2', '3']);
  expect(matching(events, { step: null, kind: 'trouble', progress: true })).toEqual([]);
  expect([kindGroupOf('steps'), kindGroupOf('toString'), kindGroupOf(null)]).toEqual(['steps', null, null]);
});
