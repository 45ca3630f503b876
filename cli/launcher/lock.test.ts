import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { withLock } from './lock.mjs';

const lockFile = (): string => join(temporaryFolder(), 'lock');
const UNUSED_PID = 2 ** 22 + 1;

test('two pieces of work under one lock never overlap, and the second is told that it waits', async () => {
  const file = lockFile();
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = withLock(file, async () => {
    order.push('first in');
    await gate.promise;
    order.push('first out');
  });
  const second = withLock(
    file,
    async () => {
      order.push('second in');
    },
    (owner) => {
      order.push(owner === process.pid ? 'second waits' : 'wrong owner');
      gate.resolve();
    },
  );
  await Promise.all([first, second]);
  expect(order).toEqual(['first in', 'second waits', 'first out', 'second in']);
});

test('a lock whose owner is gone is taken over', async () => {
  const file = lockFile();
  writeFileSync(file, String(UNUSED_PID));
  await expect(withLock(file, () => Promise.resolve('done'))).resolves.toBe('done');
});

test('the lock is given back when the work fails', async () => {
  const file = lockFile();
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
});
