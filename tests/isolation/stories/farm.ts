import { eventually } from '../../testkit/eventually.ts';
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
    const ended = async (): Promise<boolean> => (await run<{ farmRun: { status: string } }>(LOOK, { id })).farmRun.status === 'FINISHED';
    await eventually(`the stress test of ${canary} has ended`, ended, 60_000);
  },
  recipes: ({ canary }) => ({ 'Mutation.runFarm.scenario': [scenario(`${canary} again`)] }),
};
