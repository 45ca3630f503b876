import type { Feature } from '../../kernel/federation/feature.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { RunService } from '../run/run.service.ts';
import { FarmResolver } from './farm.resolver.ts';
import { FarmRun } from './farm-run.type.ts';
import { FarmService } from './farm.service.ts';
import { farmWorkflow } from './farm-workflow.ts';
import type { FarmRunner } from './run-farm.ts';

/** FARM: simulated agents at work while things break around them, beside an oracle that knows beforehand what has to come of it. @param onExecutor null: only rehearsals */
export function createFarm(system: System, runs: RunService, onExecutor: FarmRunner | null): Feature {
  const farm = new FarmService(system, onExecutor !== null);
  return {
    resolvers: [new FarmResolver(farm, runs)],
    references: [
      {
        name: 'FarmRun',
        type: FarmRun,
        resolve: ({ id = '' }, { viewer, loaders }) => {
          const user = requireUser(viewer);
          return loaders.get<FarmRun>('agents.farm-run', (ids) => farm.load(user, ids)).load(id);
        },
      },
    ],
    workflows: [farmWorkflow(system, onExecutor)],
    privacy: {
      places: [{ scope: 'PLATFORM', table: 'farm_run', kind: 'RUNS', title: 'stress tests', erase: 'VALUES' }],
      retention: [{ name: 'RUNS', ...pruneTables([{ scope: 'PLATFORM', table: 'farm_run', column: 'finished_at' }]) }],
    },
  };
}
