import { expect } from 'vitest';
import type { Story } from './story.ts';

const START = 'mutation ($scenario: JSONObject!) { runFarm(scenario: $scenario) { ... on FarmStarted { farmRun { id } } } }';
const LOOK = 'query ($id: ID!) { farmRun(id: $id) { status } }';

function scenario(name: string): object {
  return { name, seed: 1, agents: { count: 2 }, workflows: { count: 2, size: 3 }, faults: { rate: 0.2 } };
}

/** Stress tests of simulated agents. */
export const farm: Story = {
  name: 'farm',
  async live({ canary, run }) {
    const { runFarm } = await run<{ runFarm: { farmRun: { id: string } } }>(START, { scenario: scenario(`${canary} test`) });
    const { id } = runFarm.farmRun;
    await expect.poll(async () => (await run<{ farmRun: { status: string } }>(LOOK, { id })).farmRun.status).toBe('FINISHED');
  },
  recipes: ({ canary }) => ({ 'Mutation.runFarm.scenario': [scenario(`${canary} again`)] }),
};
