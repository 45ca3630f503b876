import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AgentService } from '../agent/agent.service.ts';
import { pilotIdOf } from '../agent/pilots.ts';
import { agentsEntities } from '../entities.ts';
import { createAgents } from '../index.ts';
import { RunService } from '../run/run.service.ts';
import { Programs } from '../workflows/catalogue/programs.ts';
import type { NewWorkflowRun, RunnableWorkflows, WorkflowRuns } from '../workflows/start-run.ts';
import { workflowErrors } from '../workflows/workflow.errors.ts';
import { agentScheduleErrors } from './schedule.errors.ts';
import { ScheduleFiringResolver, ScheduleResolver } from './schedule.resolver.ts';
import { createSchedules } from './index.ts';
import { Firing } from './firing.ts';
import { Scheduler } from './scheduler.ts';

const WAITING = 'test.waiting';
/** A name of no workflow. */
export const GONE = 'gone';
/** A name for which no run can be begun. */
export const BROKEN = 'broken';

/** Schedules whose runs are noted, and wait until they are ended. */
export interface TestSchedules extends TestSystem {
  begun: NewWorkflowRun[];
  clock: { now: Date };
  /** A scheduler as another process would have it. */
  scheduler(): Scheduler;
  /** A tenant with its pilots. */
  newCompany(): Promise<UserViewer & { agentId: string }>;
  /** Ends a run that was begun. */
  end(viewer: UserViewer, runId: string): Promise<void>;
}

export async function startTestSchedules(): Promise<TestSchedules> {
  const begun: NewWorkflowRun[] = [];
  // Ahead of everybody else's clock: what is due here is due nowhere else.
  const clock = { now: new Date('2031-01-06T08:00:00Z') };
  const made: { system: System; runs: WorkflowRuns }[] = [];
  const create = (given: System) => {
    const system = { ...given, clock: () => clock.now };
    const runs: WorkflowRuns & RunnableWorkflows = {
      async check(_unit, { workflow: name }): Promise<void> {
        if (name === GONE) throw workflowErrors.WORKFLOW_NOT_FOUND({ name });
      },
      async start(unit: UnitOfWork, run: NewWorkflowRun): Promise<void> {
        await system.runs.start(unit, { id: run.id, workflow: WAITING, title: run.workflow, subject: {}, startedBy: null });
        if (run.workflow === BROKEN) throw agentScheduleErrors.AGENT_SCHEDULE_INVALID({ reason: 'It is broken.' });
        begun.push(run);
      },
    };
    made.push({ system, runs });
    const all = createAgents(given);
    const mine = createSchedules(system, {
      agents: new AgentService(system),
      runs: new RunService(system, new Programs()),
      workflowRuns: runs,
    });
    const others = all.resolvers.filter((each) => !(each instanceof ScheduleResolver || each instanceof ScheduleFiringResolver));
    return {
      ...all,
      resolvers: [...others, ...(mine.resolvers ?? [])],
      consumers: mine.consumers ?? [],
      workflows: [{ name: WAITING, title: 'Waits', steps: [{ kind: 'WAIT', name: 'WAIT', title: 'Wait', weight: 1 } as const] }],
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    };
  };
  const t = await startTestSystem([{ create, entities: agentsEntities }]);
  const [{ system, runs } = { system: t.system, runs: null }] = made;
  if (runs === null) throw new Error('the subgraph was not made');
  return {
    ...t,
    begun,
    clock,
    scheduler: () => new Scheduler(system, new Firing(runs, system.clock)),
    async newCompany() {
      const viewer = await t.newTenant();
      await t.graph('agents', '{ agents { totalCount } }', {}, viewer);
      return { ...viewer, agentId: pilotIdOf(viewer.tenantId, 'FINOPS') };
    },
    async end(viewer, runId) {
      await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
        t.system.runs.tell(unit, runId, { step: 'WAIT', status: 'SUCCEEDED', detail: null }),
      );
      await t.settled();
    },
  };
}
