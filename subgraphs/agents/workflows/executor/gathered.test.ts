import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { eventually } from '../../../../tests/testkit/eventually.ts';
import { Gathered } from './gathered.ts';

/** Work that lasts until it is let go. */
function held(): {
  rounds: { asks: readonly number[]; done: (error?: Error) => void }[];
  work: (asks: readonly number[]) => Promise<number[]>;
} {
  const rounds: { asks: readonly number[]; done: (error?: Error) => void }[] = [];
  const work = (asks: readonly number[]): Promise<number[]> =>
    new Promise((resolve, reject) => {
      rounds.push({ asks, done: (error) => (error === undefined ? resolve(asks.map((ask) => ask * 10)) : reject(error)) });
    });
  return { rounds, work };
}

test('what is asked for while others are under way goes together, and each is given its own answer', async () => {
  const { rounds, work } = held();
  const gathered = new Gathered(work, { atOnce: 1, atMost: 10 });
  const first = gathered.ask(1);
  await eventually('the first is under way', () => rounds.length === 1);
  const others = [2, 3, 4].map((ask) => gathered.ask(ask));
  await nextTurn();
  expect(rounds).toHaveLength(1);
  rounds[0]?.done();
  await eventually('the others are under way', () => rounds.length === 2);
  expect(rounds.map(({ asks }) => asks)).toEqual([[1], [2, 3, 4]]);
  rounds[1]?.done();
  expect(await Promise.all([first, ...others])).toEqual([10, 20, 30, 40]);
  expect(gathered.isIdle).toBe(true);
});

test('no more go at once, and no more together, than may', async () => {
  const { rounds, work } = held();
  const gathered = new Gathered(work, { atOnce: 2, atMost: 3 });
  const answers = Promise.all(Array.from({ length: 8 }, (_, ask) => gathered.ask(ask)));
  await eventually('as many as may are under way', () => rounds.length === 2 || rounds.length === 1);
  let done = 0;
  while (done < 8) {
    await eventually('a round is under way', () => rounds.some(({ asks }) => asks.length > 0));
    await nextTurn();
    expect(rounds.length).toBeLessThanOrEqual(2);
    const round = rounds.shift();
    expect(round?.asks.length).toBeLessThanOrEqual(3);
    done += round?.asks.length ?? 0;
    round?.done();
  }
  expect(await answers).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
});

test('a failure is told to those who asked together, and to nobody after them', async () => {
  const { rounds, work } = held();
  const gathered = new Gathered(work, { atOnce: 1, atMost: 10 });
  const failing = Promise.allSettled([gathered.ask(1), gathered.ask(2)]);
  await eventually('they are under way', () => rounds.length === 1);
  const after = gathered.ask(3);
  rounds[0]?.done(new Error('no'));
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await eventually('the one after is under way', () => rounds.length === 2);
  rounds[1]?.done();
  expect(await after).toBe(30);
});
