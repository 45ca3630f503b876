import { afterAll, beforeAll, expect, test } from 'vitest';
import { autonomos, newDataFolder } from './support/product.ts';

/** What `autonomos` does with the demo company, as a newcomer types it: no server runs, nothing is connected. */

/** Seven commands, one of which loads two years of a company. */
const TIMEOUT_MS = 480_000;

let folder: { dataFolder: string; discard: () => void };
const run = (...args: string[]): ReturnType<typeof autonomos> => autonomos(folder.dataFolder, ...args);
const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { stdout } = await run(...args, '--json');
  return JSON.parse(stdout) as Record<string, unknown>;
};

beforeAll(() => {
  folder = newDataFolder();
});
afterAll(async () => {
  await run('stop');
  folder.discard();
});

test(
  'it is loaded on demand, answers while nothing else is connected, steps back for one’s own data, and goes for good',
  async () => {
    expect(await json('demo', 'status', '--port', '0')).toEqual({ state: 'absent', systems: [] });
    expect((await run('ask', '--demo', 'what is our MRR')).stderr).toContain('NO_DEMO_WORKSPACE');

    expect(await json('demo', 'load')).toMatchObject({ state: 'ready' });
    const told = await run('ask', 'what is our MRR', '--json');
    expect(JSON.parse(told.stdout)).toMatchObject({ status: 'ANSWERED', workspace: 'demo' });
    expect(told.stderr).toContain('a company that does not exist');

    expect((await run('connect', 'files', 'examples/coffee-roaster', '--accept')).code).toBe(0);
    expect(await json('ask', 'how many customers do we have')).toMatchObject({ status: 'ANSWERED', value: 40, workspace: 'own' });
    expect(await json('ask', 'how many opportunities', '--demo')).toMatchObject({ value: 1_500, workspace: 'demo' });

    expect(await json('demo', 'delete')).toEqual({ deleted: true });
    expect(await json('demo', 'status')).toEqual({ state: 'absent', systems: [] });
    expect(await json('ask', 'how many customers do we have')).toMatchObject({ value: 40, workspace: 'own' });
  },
  TIMEOUT_MS,
);
