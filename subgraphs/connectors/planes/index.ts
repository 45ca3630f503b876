import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { Chore } from '../chores/chores.ts';
import { byId } from '../id.ts';
import { PlaneChecks } from './plane-checks.ts';
import { planeChore } from './plane-chore.ts';
import { planeLoader } from './plane.loader.ts';
import { PlaneResolver } from './plane.resolver.ts';
import { PlaneService } from './plane.service.ts';
import { FabricPlane } from './plane.type.ts';
import { PlanePolicyResolver } from './policy.resolver.ts';
import { PlanePolicyService } from './policy.service.ts';

/** Fabric planes: what connections go through, who may choose which, and how they are. */
export function createPlanes(system: System): Feature & { chore: Chore } {
  const planes = new PlaneService(system);
  const checks = new PlaneChecks(system);
  return {
    resolvers: [new PlaneResolver(planes, checks), new PlanePolicyResolver(new PlanePolicyService(system), planes)],
    references: [
      {
        name: 'FabricPlane',
        type: FabricPlane,
        resolve: ({ id = '' }, context) => byId(id, () => planeLoader(context, planes).load(id)),
      },
    ],
    chore: planeChore(system, checks),
  };
}
