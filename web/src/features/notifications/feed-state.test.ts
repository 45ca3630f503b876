import { expect, test } from 'vitest';
import { dayOf, interrupts, merge, severityOf, targetOf, unreadCount } from './feed-state.ts';
import type { FeedEvent } from './feed-state.ts';

const CONNECTION = {
  __typename: 'Connection',
  id: 'c1',
  name: 'Shop',
  status: 'READY',
  statusReason: null,
  latestSync: null,
  mappingProposal: null,
} as const;

const PENDING = { __typename: 'Approval', id: 'a1', status: 'PENDING' } as const;

const event = (id: string, more: Partial<FeedEvent> = {}): FeedEvent => ({
  id,
  cursor: id,
  at: `2026-01-01T10:00:0${id}Z`,
  topic: 'runs.changed',
  severity: 'SUCCESS',
  title: 'Read',
  detail: null,
  run: null,
  connection: CONNECTION,
  approval: null,
  ...more,
});

test('an event that comes again stands once; the newest are first', () => {
  expect(merge([event('3'), event('2')], [event('2'), event('1')]).map((each) => each.id)).toEqual(['3', '2', '1']);
});

test('what merely happened is not counted as unread', () => {
  const events = [event('3'), event('2', { severity: 'INFO' }), event('1', { severity: 'ERROR' })];
  expect(unreadCount(events, null)).toBe(2);
  expect(unreadCount([event('1', { topic: 'ontology.published' })], null)).toBe(0);
  expect(unreadCount(events, '2026-01-01T10:00:02Z')).toBe(1);
  expect(unreadCount(events, '2026-01-01T10:00:03Z')).toBe(0);
});

test('what has been decided asks for nothing any more', () => {
  expect(severityOf(event('1', { severity: 'WARNING', approval: PENDING }))).toBe('WARNING');
  expect(severityOf(event('1', { severity: 'WARNING', approval: { ...PENDING, status: 'APPROVED' } }))).toBe('INFO');
});

test('an event leads to what can be done about it', () => {
  expect(targetOf(event('1', { approval: PENDING }))?.path).toBe('/connections/c1/mapping');
  expect(targetOf(event('1', { topic: 'insights.metrics-refreshed' }))?.path).toBe('/ask');
  expect(targetOf(event('1'))?.path).toBe('/connections/c1');
  expect(targetOf(event('1', { connection: null }))).toBeNull();
});

test('only what failed or waits interrupts, and nobody who is looking at it', () => {
  expect(interrupts(event('1'), '/')).toBe(false);
  expect(interrupts(event('1', { severity: 'WARNING' }), '/')).toBe(false);
  expect(interrupts(event('1', { severity: 'WARNING', approval: PENDING }), '/')).toBe(true);
  expect(interrupts(event('1', { severity: 'ERROR' }), '/ask')).toBe(true);
  expect(interrupts(event('1', { severity: 'WARNING', approval: PENDING }), '/connections/c1/mapping')).toBe(false);
});

test('days are said from today', () => {
  const now = new Date(2026, 0, 3, 12);
  expect(dayOf(new Date(2026, 0, 3, 1).toISOString(), now)).toBe('Today');
  expect(dayOf(new Date(2026, 0, 2, 23).toISOString(), now)).toBe('Yesterday');
  expect(dayOf(new Date(2025, 11, 31).toISOString(), now)).toBe('Earlier');
});
