import { expect, test } from 'vitest';
import { runInForeground } from './run.mjs';

test('the exit code of the program is passed on', async () => {
  await expect(runInForeground(process.execPath, ['-e', 'process.exit(6)'], process.env)).resolves.toBe(6);
});

test('a program ended by a signal gives 128 and the signal’s number', async () => {
  await expect(
    runInForeground(process.execPath, ['-e', 'process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)'], process.env),
  ).resolves.toBe(143);
});

test('a program that is not there is an error', async () => {
  await expect(runInForeground('/nowhere/node', [], process.env)).rejects.toMatchObject({ code: 'ENOENT' });
});
