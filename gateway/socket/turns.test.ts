import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('of thousands everybody gets a turn, in order, and others come in between', async () => {
  const turns = new Turns();
  const order: number[] = [];
  let between = 0;
  let over = false;
  const count = (): void => {
    between += 1;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(
    Array.from(
      { length: 5_000 },
      (_, index) =>
        new Promise<void>((resolve) => {
          turns.take(() => {
            order.push(index);
            resolve();
          });
        }),
    ),
  );
  over = true;
  expect(order).toEqual(Array.from({ length: 5_000 }, (_, index) => index));
  expect(between).toBeGreaterThan(15);
});
