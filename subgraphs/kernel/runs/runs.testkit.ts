import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import type { Database } from '../database/database.ts';
import { createMetrics, type Metrics } from '../telemetry/metrics.ts';
import { DurableRunRow } from './durable-run.entity.ts';
import { DurableStepRow } from './durable-step.entity.ts';
import { DurableRuns } from './durable-runs.ts';
import type { DurableRunStatus } from './run-status.ts';
import type { StepNews } from './runs.ts';
import type { WorkStep, Workflow } from './workflow.ts';
import { startRunWorker, type RunWorker } from './worker/run-worker.ts';

/** A process that works on runs, with pools and a carrier of its own. */
export interface TestWorker extends AsyncDisposable {
  database: Database;
  metrics: Metrics;
  worker: RunWorker;
}

/** Durable runs on a kernel of their own; workers are started as they are needed. */
export interface TestRuns extends AsyncDisposable {
  t: TestKernel;
  runs: DurableRuns;
  startWorker(options?: { sole?: boolean; knows?: readonly Workflow[] }): Promise<TestWorker>;
  start(tenantId: string, workflow: string, id?: string): Promise<string>;
  tell(tenantId: string, runId: string, news: Partial<StepNews> & Pick<StepNews, 'step' | 'status'>): Promise<void>;
  cancel(tenantId: string, runId: string): Promise<boolean>;
  resume(tenantId: string, runId: string): Promise<boolean>;
  run(tenantId: string, runId: string): Promise<DurableRunRow>;
  steps(tenantId: string, runId: string): Promise<DurableStepRow[]>;
  /** Kinds of the run's events, in the order they were written. */
  events(tenantId: string, runId: string): Promise<{ kind: string; step: string | null; status: string }[]>;
  /** Waits until the run stands so. */
  until(tenantId: string, runId: string, status: DurableRunStatus): Promise<DurableRunRow>;
}

/** Opens the kernel and makes these workflows known. */
export async function openTestRuns(workflows: readonly Workflow[]): Promise<TestRuns> {
  const t = await openTestKernel();
  const runs = new DurableRuns();
  for (const workflow of workflows) runs.workflows.add(workflow);
  const workers: RunWorker[] = [];
  const unit: TestKernel['database']['unitOfWork'] = (tenantId, inside) => t.database.unitOfWork(tenantId, inside);
  const run = (tenantId: string, id: string) => unit(tenantId, ({ em }) => em.findOneOrFail(DurableRunRow, { id }));
  return {
    t,
    runs,
    async startWorker({ sole = false, knows = workflows } = {}) {
      const database = await t.anotherProcess();
      const known = new DurableRuns();
      for (const workflow of knows) known.workflows.add(workflow);
      const metrics = createMetrics({ processMetrics: false });
      const worker = await startRunWorker(
        { database, logger: t.logger, metrics, workflows: known.workflows },
        { carrierUrl: t.urlFor('autonomos_workflows'), soleWorker: sole },
      );
      let stopped: Promise<void> | null = null;
      const stop = (): Promise<void> => (stopped ??= worker.stop());
      workers.push({ ...worker, stop });
      return { database, metrics, worker: { ...worker, stop }, [Symbol.asyncDispose]: stop };
    },
    async start(tenantId, workflow, id = randomUUID()) {
      await unit(tenantId, (u) => runs.start(u, { id, workflow, title: 'A test', subject: { of: 'a test' }, startedBy: null }));
      return id;
    },
    tell: (tenantId, runId, news) => unit(tenantId, (u) => runs.tell(u, runId, { detail: null, ...news })),
    cancel: (tenantId, runId) => unit(tenantId, (u) => runs.cancel(u, runId)),
    resume: (tenantId, runId) => unit(tenantId, (u) => runs.resume(u, runId)),
    run,
    steps: (tenantId, runId) => unit(tenantId, ({ em }) => em.find(DurableStepRow, { runId }, { orderBy: { position: 'asc' } })),
    async events(tenantId, runId) {
      const { rows } = await unit(tenantId, (u) =>
        sql<{ payload: { kind: string; step: string | null; status: string } }>`
          select payload from outbox_entry where topic = 'runs.changed' and payload ->> 'runId' = ${runId} order by created_at, position`.execute(
          u.sql,
        ),
      );
      return rows.map(({ payload: { kind, step, status } }) => ({ kind, step, status }));
    },
    async until(tenantId, runId, status) {
      await eventually(`the run is ${status}`, async () => (await run(tenantId, runId)).status === status);
      return run(tenantId, runId);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await t[Symbol.asyncDispose]();
    },
  };
}

/** A step of work; retried soon. */
export function work(name: string, run: WorkStep['run'], weight = 1): WorkStep {
  return { kind: 'WORK', name, title: `Step ${name}`, weight, run, retry: { maxAttempts: 4, firstDelayMs: 20, maxDelayMs: 100 } };
}
