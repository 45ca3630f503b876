import { expect, test } from 'vitest';
import { changeLog, createEventLog, EMPTY_LOG, MOST_EVENTS, overheard } from './event-log.ts';

const came = (payload: unknown) => ({ kind: 'came', operation: 'Feed', payload, at: 0 }) as const;

test('what comes while it is paused waits, and is shown in its order afterwards', () => {
  const log = createEventLog();
  for (const change of [came(1), { kind: 'pause' }, came(2), came(3)] as const) log.change(change);
  expect(log.read().events.map(({ text }) => text)).toEqual(['1']);
  log.change({ kind: 'resume' });
  expect(log.read().events.map(({ number, text }) => [number, text])).toEqual([[3, '3'], [2, '2'], [1, '1']]); // prettier-ignore
});

test('it never grows without end, counts on, and is empty once cleared', () => {
  let state = EMPTY_LOG;
  for (let at = 0; at < MOST_EVENTS + 10; at++) state = changeLog(state, came(at));
  expect([state.events.length, state.count, state.events[0]?.text]).toEqual([MOST_EVENTS, MOST_EVENTS + 10, String(MOST_EVENTS + 9)]);
  expect(changeLog(changeLog(state, { kind: 'pause' }), { kind: 'clear' })).toEqual({ ...EMPTY_LOG, paused: true });
});

test('events with errors are marked', () => {
  expect(changeLog(EMPTY_LOG, came({ errors: [] })).events[0]?.failed).toBe(true);
  expect(changeLog(EMPTY_LOG, came({ data: {} })).events[0]?.failed).toBe(false);
});

test('whoever stops listening is let go at once, though nothing comes', async () => {
  let ended = false;
  const never: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise(() => undefined),
      async return() {
        ended = true;
        return { done: true, value: undefined };
      },
    }),
  };
  const heard = overheard(never, () => undefined);
  void heard.next();
  await heard.return?.();
  expect(ended).toBe(true);
});
