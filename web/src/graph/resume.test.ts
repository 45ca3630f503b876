import { expect, test } from 'vitest';
import { cursorOf, resumable } from './resume.ts';

const event = (cursor: string) => ({ runEvents: { cursor, message: 'x' } });

test('a stream that is sent again goes on after the last event', () => {
  const { payload, admit } = resumable({ query: 'subscription', variables: { runId: '1', after: 'a' } });
  expect(JSON.parse(JSON.stringify(payload))).toEqual({ query: 'subscription', variables: { runId: '1', after: 'a' } });
  admit(event('b'));
  admit(event('c'));
  expect(JSON.parse(JSON.stringify(payload)).variables).toEqual({ runId: '1', after: 'c' });
});

test('an event that comes twice is shown once', () => {
  const { admit } = resumable({ query: 'subscription' });
  expect([admit(event('a')), admit(event('a')), admit(event('b'))]).toEqual([true, false, true]);
});

test('what has no cursor is passed on', () => {
  expect(cursorOf({ other: 1 })).toBeNull();
  expect(cursorOf(null)).toBeNull();
  expect(resumable({ query: 'subscription' }).admit(null)).toBe(true);
});
