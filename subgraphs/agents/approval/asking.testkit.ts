import { randomUUID } from 'node:crypto';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { Workflow } from '../../kernel/runs/workflow.ts';
import { startTestAgents, type TestAgents } from '../agents-graph.testkit.ts';
import { pilotIdOf } from '../agent/pilots.ts';
import { AskApprovals } from './ask-approvals.ts';
import type { Asking, Decided } from './ask.ts';

/** A system with a workflow whose one step asks and then waits, as runs of agents do. */
export interface TestAsking {
  t: TestAgents;
  asks: AskApprovals;
  /** What runs were told, in order. */
  told: Map<string, Decided>;
  /** Starts a run that asks. @returns its id */
  start(viewer: UserViewer, asking?: Partial<Asking>, startedBy?: string | null): Promise<string>;
}

export async function startTestAsking(): Promise<TestAsking> {
  const wanted = new Map<string, Asking>();
  const told = new Map<string, Decided>();
  const holder: { asks: AskApprovals | null } = { asks: null };
  const workflow: Workflow = {
    name: 'test.asking',
    title: 'Asking',
    steps: [
      {
        kind: 'WORK',
        name: 'WORK',
        title: 'Work',
        weight: 1,
        async run(context) {
          const { runId } = context;
          await context.commit(async (unit, step) => {
            const asking = wanted.get(runId);
            if (holder.asks === null || asking === undefined) throw new Error('nothing to ask');
            const decided = await holder.asks.decided(unit, runId, asking.path);
            if (decided !== null) return void told.set(runId, decided);
            await holder.asks.ask(unit, asking);
            return step.park(null, 'for a decision');
          });
        },
      },
    ],
  };
  const t = await startTestAgents([workflow]);
  const system: Pick<System, 'clock'> = { clock: () => new Date(Date.now() + t.clock.late) };
  const asks = new AskApprovals(system);
  holder.asks = asks;
  return {
    t,
    asks,
    told,
    async start(viewer, asking = {}, startedBy = null) {
      const runId = randomUUID();
      const agentId = pilotIdOf(viewer.tenantId, 'FINOPS');
      wanted.set(runId, { ...PLAIN, agentId, runId, ...asking });
      await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
        t.system.runs.start(unit, { id: runId, workflow: workflow.name, title: 'Save money', subject: { agentId }, startedBy }),
      );
      await t.settled();
      return runId;
    },
  };
}

const PLAIN: Omit<Asking, 'agentId' | 'runId'> = {
  path: 'cancel-seats',
  title: 'Cancel 12 seats',
  intent: 'Twelve seats that nobody used since March are cancelled.',
  evidence: { seats: 12 },
  payload: { seats: 12, vendor: 'Acme' },
  cost: { tokens: 0, micros: 250_000 },
  touches: 12,
  raci: null,
  slaMs: null,
  expiresMs: null,
  onExpiry: 'REJECT',
};
