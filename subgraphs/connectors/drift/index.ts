import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { Chore } from '../chores/chores.ts';
import type { ConnectionService } from '../connections/connection.service.ts';
import { byId } from '../id.ts';
import type { ConnectorRegistry } from '../kit/registry.ts';
import type { SourceObjectService } from '../objects/source-object.service.ts';
import { QuarantineCountResolver, QuarantineResolver } from '../quarantine/quarantine.resolver.ts';
import { QuarantineService } from '../quarantine/quarantine.service.ts';
import { RepairPolicyResolver } from '../repairs/repair-policy.resolver.ts';
import { RepairPolicyService } from '../repairs/repair-policy.service.ts';
import { RepairReader } from '../repairs/repair-reader.ts';
import { repairLoader } from '../repairs/repair.loader.ts';
import { RepairResolver } from '../repairs/repair.resolver.ts';
import { RepairService } from '../repairs/repair.service.ts';
import { RepairProposal } from '../repairs/repair.type.ts';
import { createReplayWorkflow, createRollBackWorkflow } from '../repairs/replay.workflow.ts';
import { ConnectionDriftResolver, DriftResolver } from './drift.resolver.ts';
import { DriftService } from './drift.service.ts';
import { Drift } from './drift.type.ts';
import { driftConsumer } from './follow.consumer.ts';
import { observeChore } from './observe.chore.ts';
import { Observer } from './observer.ts';

interface Deps {
  connectors: ConnectorRegistry;
  connections: ConnectionService;
  objects: SourceObjectService;
}

/** What becomes of objects that change at their source: seen, judged, repaired or held until a person decides. */
export function createDrift(system: System, { connectors, connections, objects }: Deps): Feature & { chore: Chore } {
  const drifts = new DriftService(system);
  const repairs = new RepairService(system);
  const reader = new RepairReader(system);
  const observer = new Observer(system, connectors);
  return {
    resolvers: [
      new DriftResolver({ drifts, repairs: reader, observer, connections, objects }),
      new ConnectionDriftResolver(drifts),
      new RepairResolver({ repairs, reader, connections, objects }),
      new RepairPolicyResolver(new RepairPolicyService(system)),
      new QuarantineResolver(new QuarantineService(system, objects), objects),
      new QuarantineCountResolver(objects),
    ],
    references: [
      {
        name: 'Drift',
        type: Drift,
        resolve: ({ id = '' }, { loaders, viewer }) =>
          byId(id, () => loaders.get('connectors.drift', (ids) => drifts.load(requireUser(viewer), ids)).load(id)),
      },
      {
        name: 'RepairProposal',
        type: RepairProposal,
        resolve: ({ id = '' }, context) => byId(id, () => repairLoader(context, reader).load(id)),
      },
    ],
    consumers: [driftConsumer(system, repairs)],
    workflows: [createReplayWorkflow(system), createRollBackWorkflow(system)],
    chore: observeChore(system, observer),
  };
}
