import { expect, test } from 'vitest';
import { FewEach, WAITS_EACH } from './few-each.ts';
import { stepCursor, toldUntil } from './step-cursor.ts';
import { Watched } from './watched.ts';

const NEVER = new AbortController().signal;
/** Longer than any test waits. */
const LONG = { waitMs: 60_000, momentMs: 1 };

test('who waits is told of a change, of the end, and of what changed already', async () => {
  const watched = new Watched('a');
  const first = watched.changed(0, LONG, NEVER);
  watched.tell('b');
  await first;
  expect([watched.state, watched.version]).toEqual(['b', 1]);
  await watched.changed(0, LONG, NEVER);
  const last = watched.changed(1, LONG, NEVER);
  watched.end();
  await last;
  await watched.changed(1, LONG, NEVER);
  expect(watched.ended).toBe(true);
});

test('waiting is over when the time is, and for what was waited for longest when somebody waits for too much', async () => {
  const [one, other] = [new Watched(1), new Watched(2)];
  await one.changed(0, { waitMs: 1, momentMs: 1 }, NEVER);
  const each = new FewEach();
  const waits = Array.from({ length: WAITS_EACH }, () => each.wait('me', (released) => one.changed(0, LONG, released)));
  const theirs = each.wait('them', (released) => one.changed(0, LONG, released));
  const last = each.wait('me', (released) => other.changed(0, LONG, released));
  await waits[0];
  const rest = Promise.all(waits).then(() => 'released');
  expect(await Promise.race([rest, Promise.resolve('waiting')])).toBe('waiting');
  other.tell(3);
  await last;
  one.end();
  await Promise.all([theirs, rest]);
});

test('a cursor names what it is of', () => {
  const told = { run: 'r', version: 3, delivered: 4 };
  expect(toldUntil(['x', null], stepCursor(['x', null], told))).toEqual(told);
  expect(toldUntil(['x'], null)).toEqual({ run: '', version: -1, delivered: 0 });
  expect(() => toldUntil(['y'], stepCursor(['x'], told))).toThrow('cursor');
  expect(() => toldUntil(['y'], 'nonsense')).toThrow('cursor');
});
