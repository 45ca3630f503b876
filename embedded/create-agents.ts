import { createAgents } from '../subgraphs/agents/index.ts';
import type { SubgraphModule } from '../subgraphs/kernel/federation/subgraph-module.ts';
import type { System } from '../subgraphs/kernel/system.ts';
import { runOnExecutor } from './farm/run-on-executor.ts';

/** The agents of the product, whose stress tests can have an executor, a database and processes of their own. */
export function createProductAgents(system: System): SubgraphModule {
  return createAgents(system, { stressTests: runOnExecutor });
}
