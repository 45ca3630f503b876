import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { serverEnvironment, type ServerOptions } from '../options.ts';
import { startFailure } from '../server/start-failure.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `autonomos plan [tenant] [plan]`: who has which plan, or gives a tenant another. With the embedded database no server may be running on the data
 * folder; with another, servers notice within seconds.
 */
export async function planCommand(
  given: { tenant: string; plan: string } | null,
  options: ServerOptions,
  terminal: Terminal,
): Promise<number> {
  await import('reflect-metadata');
  const { openPlans } = await import('../../embedded/open-plans.ts');
  const { loadConfig } = await import('../../subgraphs/kernel/config/config.ts');
  const { PLAN_NAMES, planNamed } = await import('../../subgraphs/kernel/limits/plans.ts');
  const plan = given === null ? null : planNamed(given.plan);
  if (given !== null && plan === null)
    throw new Failure(EXIT.USAGE, `There is no plan ${given.plan}; there are ${PLAN_NAMES.join(', ').toLowerCase()}.`);
  try {
    await using plans = await openPlans(loadConfig(serverEnvironment(options, terminal.environment)));
    if (given === null || plan === null) {
      for (const { id, slug, plan: had, used } of await plans.list())
        terminal.print(`${id}  ${slug}  ${had.toLowerCase()}  ${used.REQUESTS} requests today, ${used.RECORDS} records this month`);
      return EXIT.OK;
    }
    if (!(await plans.give(given.tenant, plan))) throw new Failure(EXIT.FAILED, `There is no tenant ${given.tenant}.`);
    terminal.print(`${given.tenant} has the plan ${plan.toLowerCase()}.`);
    return EXIT.OK;
  } catch (error) {
    throw error instanceof Failure ? error : startFailure(error, { port: '', dataFolder: options.dataFolder });
  }
}
