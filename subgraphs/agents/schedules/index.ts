import { sql } from 'kysely';
import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { AgentService } from '../agent/agent.service.ts';
import type { RunService } from '../run/run.service.ts';
import type { RunnableWorkflows, WorkflowRuns } from '../workflows/start-run.ts';
import { Firing } from './firing.ts';
import { ScheduleFiringResolver, ScheduleResolver } from './schedule.resolver.ts';
import { Schedule } from './schedule.type.ts';
import { ScheduleService } from './schedule.service.ts';
import { Scheduler } from './scheduler.ts';

/** Workflows that begin by themselves: at a time, or when something happens. */
export function createSchedules(
  system: System,
  { agents, runs, workflowRuns }: { agents: AgentService; runs: RunService; workflowRuns: WorkflowRuns & RunnableWorkflows },
): Feature {
  const firing = new Firing(workflowRuns, system.clock);
  const scheduler = new Scheduler(system, firing);
  const schedules = new ScheduleService(system, { firing, workflows: workflowRuns });
  return {
    resolvers: [new ScheduleResolver({ schedules, scheduler, agents, runs, clock: system.clock }), new ScheduleFiringResolver(runs)],
    references: [
      {
        name: 'Schedule',
        type: Schedule,
        resolve: ({ id = '' }, { viewer, loaders }) => {
          const user = requireUser(viewer);
          return loaders.get<Schedule>('agents.schedule', (ids) => schedules.load(user, ids)).load(id);
        },
      },
    ],
    consumers: [
      defineConsumer('agents.fire-schedules', {
        'ontology.canonical-changed': ({ tenantId, sequence, payload }) => {
          const changed = payload.entities.filter((entity) => entity.changed + entity.removed > 0).map(({ name }) => name);
          if (changed.length === 0) return Promise.resolve();
          return scheduler.happened({ tenantId, sequence, event: 'CANONICAL_CHANGED', keys: [...changed, payload.connectionId], payload });
        },
        'connectors.drift-detected': ({ tenantId, sequence, payload }) =>
          scheduler.happened({ tenantId, sequence, event: 'DRIFT_DETECTED', keys: [payload.connectionId, payload.objectId], payload }),
        'insights.metric-alerted': ({ tenantId, sequence, payload }) =>
          scheduler.happened({ tenantId, sequence, event: 'METRIC_ALERTED', keys: [payload.watchId, payload.metric], payload }),
        'runs.changed': async ({ tenantId, payload }) => {
          if (payload.kind === 'FINISHED') await scheduler.runEnded(tenantId, payload.runId);
        },
      }),
    ],
    privacy: {
      places: [{ scope: 'PLATFORM', table: 'agent_schedule', kind: 'OTHER', title: 'schedules of agents', erase: 'VALUES' }],
      retention: [
        {
          name: 'RUNS',
          ...pruneTables([{ scope: 'PLATFORM', table: 'agent_firing', column: 'fired_at', and: sql`t.status <> 'QUEUED'` }]),
        },
      ],
    },
    start: () => {
      scheduler.start();
      return Promise.resolve();
    },
    stop: () => scheduler.stop(),
  };
}
