import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../support/command-line.ts';

const CHAOS = fileURLToPath(new URL('../chaos/main.ts', import.meta.url));
const PATIENCE_MS = 230_000;

test('a sync whose server is killed twice loses nothing, doubles nothing, and tells its watcher everything', async () => {
  const ended = await run(
    [process.execPath, CHAOS, 'sync', '--kills', '2', '--rows', '600', '--seed', '4'],
    { NO_COLOR: '1' },
    PATIENCE_MS,
  );
  const last = ended.stdout.trim().split('\n').at(-1) ?? '';
  expect(JSON.parse(last), ended.stderr).toEqual({ kills: 2, lost: 0, doubled: 0 });
  expect(ended.code).toBe(0);
});
