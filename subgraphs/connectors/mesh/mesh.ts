import { sql } from 'kysely';
import { z } from 'zod';
import type { Feature } from '../../kernel/federation/feature.ts';
import { startLoop, type Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { Chore } from '../chores/chores.ts';
import type { ConnectionService } from '../connections/connection.service.ts';
import { FlowFollower } from '../flow/flow.consumer.ts';
import { createFlowMetrics } from '../flow/flow.metrics.ts';
import { FlowBottleneckResolver, FlowChangeResolver, FlowResolver, flowStream } from '../flow/flow.resolver.ts';
import { FlowService } from '../flow/flow.service.ts';
import { followSyncs } from '../health/follow-syncs.consumer.ts';
import { createHealthMetrics } from '../health/health.metrics.ts';
import { ConnectionHealthResolver, HealthPartsResolver } from '../health/health.resolver.ts';
import { HealthService } from '../health/health.service.ts';
import { HealthView } from '../health/health.view.ts';
import { healingChore } from '../health/healing.ts';
import { Traffic } from '../health/traffic.ts';
import { createTrafficMetrics } from '../health/traffic.metrics.ts';
import type { HealthObservers } from '../kit/health.ts';
import { type Definitions, connectorsOf } from '../kit/registry.ts';
import type { SourceObjectService } from '../objects/source-object.service.ts';
import { ReconcileResolver } from '../reconcile/reconcile.resolver.ts';
import { ReconcileService } from '../reconcile/reconcile.service.ts';
import { createReconcileWorkflow } from '../reconcile/reconcile.workflow.ts';
import type { SyncService } from '../syncs/sync.service.ts';
import { TraceResolver, TraceStepResolver } from '../trace/trace.resolver.ts';
import { TraceService } from '../trace/trace.service.ts';
import { RecordTrace } from '../trace/trace.type.ts';
import { MeshResolver } from './mesh.resolver.ts';
import { MeshService } from './mesh.service.ts';
import { meshPrivacy } from './places.ts';

const FLUSH_EVERY_MS = 15_000;
const LOOK_EVERY_MS = 30_000;

interface Deps {
  connections: ConnectionService;
  syncs: SyncService;
  objects: SourceObjectService;
  definitions: Definitions;
  /** Where requests to sources are told of. */
  observers: HealthObservers;
}

/** Connections' health and healing, the mesh of all of them, and the flow of records. */
export function createMesh(
  system: System,
  { connections, syncs, objects, definitions, observers }: Deps,
): Feature & { chores: readonly Chore[] } {
  const { registry } = system.metrics;
  const metrics = createHealthMetrics(registry);
  const health = new HealthService(system, metrics);
  const view = new HealthView(system, health);
  const traffic = new Traffic(system, health, createTrafficMetrics(registry));
  const follower = new FlowFollower(system, createFlowMetrics(registry));
  const flow = new FlowService(system);
  const traces = new TraceService(system);
  let flushing: Loop | null = null;
  let ignore: () => void = () => undefined;
  return {
    resolvers: [
      new ConnectionHealthResolver(view, health),
      new HealthPartsResolver(view),
      new MeshResolver(new MeshService(system)),
      new FlowResolver(flow),
      new FlowChangeResolver(flow),
      new FlowBottleneckResolver(connections),
      new TraceResolver(traces, objects),
      new TraceStepResolver(syncs),
      new ReconcileResolver(new ReconcileService(system)),
    ],
    workflows: [createReconcileWorkflow({ system, connectors: connectorsOf(definitions) })],
    references: [
      {
        name: 'RecordTrace',
        type: RecordTrace,
        resolve: ({ id = '' }, { viewer }) => traces.byId(requireUser(viewer), id),
      },
    ],
    consumers: [followSyncs(system, health), follower.consumer],
    privacy: meshPrivacy,
    streams: { flowChanged: flowStream(flow) },
    chores: [healingChore({ system, health, syncs, definitions, metrics }), lookingChore(system, metrics.connections, follower)],
    start() {
      ignore = observers.add(traffic.observe);
      const failed = (error: unknown): void => system.logger.warn({ err: error }, 'numbers about sources could not be written');
      flushing = startLoop({ idleMs: FLUSH_EVERY_MS, round: () => traffic.flush().then(() => false), failed });
      return Promise.resolve();
    },
    async stop() {
      ignore();
      follower.stop();
      await flushing?.stop();
      await traffic.flush().catch(() => undefined);
    },
  };
}

const untoldSchema = z.object({ id: z.uuid() });
const countSchema = z.object({ status: z.enum(['HEALTHY', 'DEGRADED', 'FAILING', 'UNKNOWN']), count: z.coerce.number() });

/** Counts connections for the metrics, and tells what a process that died left untold. */
function lookingChore({ database }: System, gauge: ReturnType<typeof createHealthMetrics>['connections'], follower: FlowFollower): Chore {
  return {
    name: 'connectors.looking',
    everyMs: LOOK_EVERY_MS,
    async run() {
      const { counts, untold } = await database.systemWork(async (db) => ({
        counts: (await sql`select status, count(*) as count from connection_health group by status`.execute(db)).rows,
        untold: (await sql`select tenant_id as id from flow_position where untold limit 100`.execute(db)).rows,
      }));
      gauge.reset();
      for (const row of counts) {
        const { status, count } = countSchema.parse(row);
        gauge.set({ status }, count);
      }
      for (const row of untold) await follower.tell(untoldSchema.parse(row).id);
    },
  };
}
