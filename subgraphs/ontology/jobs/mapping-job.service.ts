import { randomUUID } from 'node:crypto';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { SourceRow } from '../mapping/proposal.entity.ts';
import { isUuid } from '../uuids.ts';
import { jobErrors } from './job.errors.ts';
import { MappingJobRow, waitingConnection } from './mapping-job.entity.ts';
import { MAPPING_JOB_WORKFLOW, PUBLISH_STEP, outcomeOf, replace } from './mapping-job.workflow.ts';

/** Connections of one job. */
const MAX_CONNECTIONS = 1_000;

export type StartedJob =
  | { readonly kind: 'started'; readonly job: MappingJobRow }
  | { readonly kind: 'refused'; readonly problems: InputProblem[] };

/** Starts, follows and ends jobs that decide about many mappings at once. */
export class MappingJobService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Begins a job over connections whose tables are known. @throws QUOTA_EXCEEDED */
  async start({ tenantId, userId }: UserViewer, connectionIds: readonly string[], autoAcceptAbove: number): Promise<StartedJob> {
    const ids = [...new Set(connectionIds)];
    if (ids.length === 0 || ids.length > MAX_CONNECTIONS)
      return refused(jobErrors.JOB_UNFIT({ reason: `A job is over 1 to ${MAX_CONNECTIONS} connections.` }), 'connectionIds');
    if (!(autoAcceptAbove >= 0.5 && autoAcceptAbove <= 1))
      return refused(jobErrors.JOB_UNFIT({ reason: 'The level is a share from 0.5 to 1.' }), 'autoAcceptAbove');
    return this.system.database.unitOfWork(tenantId, async (unit): Promise<StartedJob> => {
      const known = await unit.em.count(SourceRow, { tenantId, connectionId: { $in: ids.filter(isUuid) } });
      if (known < ids.length) return refused(jobErrors.JOB_CONNECTION_UNKNOWN({}), 'connectionIds');
      await this.system.usage.admit(tenantId, 'RUNS', unit);
      const id = randomUUID();
      const job = unit.em.create(MappingJobRow, {
        id, tenantId, autoAcceptAbove, connectionIds: ids, status: 'RUNNING', connections: ids.map(waitingConnection),
        startedBy: userId, startedAt: this.system.clock(), finishedAt: null,
      }, { persist: true }); // prettier-ignore
      await unit.em.flush();
      const title = ids.length === 1 ? 'Mapping of a connection' : `Mapping of ${ids.length} connections`;
      await this.system.runs.start(unit, { id, workflow: MAPPING_JOB_WORKFLOW, title, subject: { jobId: id }, startedBy: userId });
      this.system.usage.count(tenantId, 'RUNS', 1);
      return { kind: 'started', job };
    });
  }

  /** Ends a job: what it accepted goes on being published. @returns null when there is no such job */
  cancel({ tenantId }: UserViewer, id: string): Promise<MappingJobRow | null> {
    return this.change(tenantId, id, async (unit, job) => {
      if (job.status === 'RUNNING' && (await this.system.runs.cancel(unit, id)))
        Object.assign(job, { status: 'CANCELLED', finishedAt: this.system.clock() });
    });
  }

  /** Has a job that ended before its time go on where it was. @returns null when there is no such job */
  resume({ tenantId }: UserViewer, id: string): Promise<MappingJobRow | null> {
    return this.change(tenantId, id, async (unit, job) => {
      if (await this.system.runs.resume(unit, id)) Object.assign(job, { status: 'RUNNING', finishedAt: null });
      await settle(this.system, unit, job);
    });
  }

  /** Jobs, newest first. */
  page(tenantId: string, page: Page): Promise<ConnectionOf<MappingJobRow>> {
    const where = page.after === null ? { tenantId } : { tenantId, $or: olderThan(page.after, 'startedAt') };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(MappingJobRow, where, { orderBy: { startedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(MappingJobRow, { tenantId }), (row) => [row.startedAt.toISOString(), row.id]);
    });
  }

  /** The progress of a job's run, 0…1. */
  progress(tenantId: string, ids: readonly string[]): Promise<(number | null)[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const runs = await em.find(DurableRunRow, { tenantId, id: { $in: [...ids] } });
      return ids.map((id) => {
        const progress = runs.find((run) => run.id === id)?.progress;
        return progress === undefined ? null : Number(progress);
      });
    });
  }

  /** A mapping was published, or could not be: jobs that wait for it go on. */
  async onOutcome({ tenantId, payload }: DomainEvent<'ontology.canonical-changed' | 'ontology.publishing-failed'>): Promise<void> {
    if (payload.proposalId === null) return;
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      for (const job of await unit.em.find(MappingJobRow, { tenantId, status: 'RUNNING' })) await settle(this.system, unit, job);
    });
  }

  /** A run that failed or was cancelled elsewhere takes its job along. */
  async onRunChanged({ tenantId, payload }: DomainEvent<'runs.changed'>): Promise<void> {
    if (payload.workflow !== MAPPING_JOB_WORKFLOW || payload.kind !== 'FINISHED' || payload.status === 'SUCCEEDED') return;
    const status = payload.status === 'CANCELLED' ? ('CANCELLED' as const) : ('FAILED' as const);
    await this.change(tenantId, payload.runId, (_unit, job) => {
      if (job.status === 'RUNNING') Object.assign(job, { status, finishedAt: this.system.clock() });
      return Promise.resolve();
    });
  }

  private change(
    tenantId: string,
    id: string,
    work: (unit: UnitOfWork, job: MappingJobRow) => Promise<void>,
  ): Promise<MappingJobRow | null> {
    if (!isUuid(id)) return Promise.resolve(null);
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const job = await unit.em.findOne(MappingJobRow, { tenantId, id });
      if (job === null) return null;
      await work(unit, job);
      await unit.em.flush();
      return job;
    });
  }
}

/** Takes in what became of accepted mappings; the last one lets the run go on. */
async function settle(system: System, unit: UnitOfWork, job: MappingJobRow): Promise<void> {
  let row: MappingJobRow = job;
  for (const connection of job.connections) {
    if (connection.state !== 'ACCEPTED' || connection.proposalId === null) continue;
    const outcome = await outcomeOf(unit, connection.proposalId);
    if (outcome === null) continue;
    const reason = outcome === 'FAILED' ? 'Publishing it failed; it can be accepted again.' : null;
    row = (await replace(unit, job.id, { ...connection, state: outcome, reason })) ?? row;
  }
  const waits = row.connections.some(({ state }) => state === 'ACCEPTED' || state === 'WAITING');
  if (!waits && row.status === 'RUNNING') await system.runs.tell(unit, job.id, { step: PUBLISH_STEP, status: 'SUCCEEDED', detail: null });
}

const refused = (error: Parameters<typeof inputProblem>[0], field: string): StartedJob => ({
  kind: 'refused',
  problems: [inputProblem(error, field)],
});
