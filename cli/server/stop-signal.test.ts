import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const MODULE = new URL('./stop-signal.ts', import.meta.url).href;

/** A server in miniature: says when it listens, and what it was told; `close` is what it does before it ends. */
function miniature(close: string, stdio: StdioOptions) {
  const code = `const { listenForStop } = await import(${JSON.stringify(MODULE)});
    const stop = listenForStop(); const open = setInterval(() => {}, 1000);
    console.log('listening'); console.log('told: ' + await stop.told); ${close}; clearInterval(open); stop.done();`;
  const args = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', code];
  const child = spawn(process.execPath, args, { stdio });
  let output = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  // Not 'close', which never comes after the parent itself has closed the channel.
  const ended = Promise.all([once(child, 'exit'), once(child.stdout!, 'end')]).then(([[exitCode]]) => ({
    exitCode: exitCode as unknown,
    output,
  }));
  return { child, listening: once(child.stdout!, 'data'), ended };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s is told once, and the process ends with its own exit code', async (signal) => {
  const { child, listening, ended } = miniature('', ['ignore', 'pipe', 'inherit', 'ipc']);
  await listening;
  child.kill(signal);
  expect(await ended).toEqual({ exitCode: 0, output: `listening\ntold: ${signal}\n` });
});

test('the same signal twice within a second is one', async () => {
  const { child, listening, ended } = miniature("process.kill(process.pid, 'SIGINT'); await new Promise(setImmediate)", [
    'ignore',
    'pipe',
    'inherit',
  ]);
  await listening;
  child.kill('SIGINT');
  expect((await ended).exitCode).toBe(0);
});

test('a launcher that is gone is a reason to stop', async () => {
  const { child, listening, ended } = miniature('', ['ignore', 'pipe', 'inherit', 'ipc']);
  await listening;
  child.disconnect();
  expect(await ended).toEqual({ exitCode: 0, output: 'listening\ntold: the launcher ended\n' });
});
