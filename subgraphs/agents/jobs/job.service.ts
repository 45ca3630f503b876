import { sql } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { RunChangeService } from '../run/run-change.service.ts';
import { runErrors } from '../run/run.errors.ts';
import { viewRuns } from '../run/run-view.ts';
import type { Run } from '../run/run.type.ts';
import { DiscardedJobRow } from './discarded-job.entity.ts';
import { type JobFilter, readFailedJobs } from './read-jobs.ts';
import { type FailedJob, JobRefused } from './job.type.ts';

/** Jobs that may be told to go on at once. */
const MAX_AT_ONCE = 100;

/** Durable runs that failed: listed, told to go on, put away. */
export class JobService {
  readonly #system: System;
  readonly #changes: RunChangeService;

  constructor(system: System, changes: RunChangeService) {
    this.#system = system;
    this.#changes = changes;
  }

  /** Failed runs that nobody has put away, those that began last first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, filter: JobFilter, page: Page): Promise<ConnectionOf<FailedJob>> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const { jobs, total } = await readFailedJobs(unit, filter, page);
      return connectionFrom(page, jobs, total, ({ run }) => [run.startedAt.toISOString(), run.id]);
    });
  }

  /** Has a failed run go on where it failed; one that goes on already, or has succeeded since, is left as it is. @throws RUN_NOT_FOUND, RUN_NOT_RESUMABLE */
  async requeue(viewer: UserViewer, id: string): Promise<Run> {
    const run = await this.#find(viewer, id);
    return run.status === 'FAILED' || run.status === 'CANCELLED' ? this.#changes.resume(viewer, id) : run;
  }

  /** The same for many; what cannot go on is told one by one. @throws INVALID_INPUT */
  async requeueAll(viewer: UserViewer, ids: readonly string[]): Promise<{ runs: Run[]; refused: JobRefused[] }> {
    const wanted = [...new Set(ids)];
    if (wanted.length > MAX_AT_ONCE) throw commonErrors.INVALID_INPUT({ reason: `At most ${MAX_AT_ONCE} jobs go on at once.` });
    const runs: Run[] = [];
    const refused: JobRefused[] = [];
    for (const id of wanted) {
      try {
        runs.push(await this.requeue(viewer, id));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push(Object.assign(new JobRefused(), { id, problem: inputProblem(error, 'ids') }));
      }
    }
    return { runs, refused };
  }

  /** Puts a failed run away until it fails again; putting it away twice does nothing more. @throws RUN_NOT_FOUND, JOB_NOT_FAILED */
  discard(viewer: UserViewer, id: string): Promise<Run> {
    if (!z.uuid().safeParse(id).success) throw runErrors.RUN_NOT_FOUND({});
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const { em, tenantId } = unit;
      // Two who put the same away at once wait for each other.
      await sql`select 1 from durable_run where tenant_id = ${tenantId} and id = ${id}::uuid for update`.execute(unit.sql);
      const row = await em.findOne(DurableRunRow, { tenantId, id });
      if (row === null) throw runErrors.RUN_NOT_FOUND({});
      if (row.status !== 'FAILED') throw runErrors.JOB_NOT_FAILED({ status: row.status });
      const known = await em.findOne(DiscardedJobRow, { tenantId, runId: id });
      const discarded = { attempt: row.attempt, discardedBy: viewer.userId, discardedAt: this.#system.clock() };
      if (known === null) em.persist(em.create(DiscardedJobRow, { runId: id, tenantId, ...discarded }));
      else if (known.attempt < row.attempt) Object.assign(known, discarded);
      await em.flush();
      return first(await viewRuns(unit, [row]));
    });
  }

  #find({ tenantId }: UserViewer, id: string): Promise<Run> {
    if (!z.uuid().safeParse(id).success) throw runErrors.RUN_NOT_FOUND({});
    return this.#system.database.unitOfWork(tenantId, async (unit) =>
      first(await viewRuns(unit, await unit.em.find(DurableRunRow, { tenantId, id }))),
    );
  }
}

function first([run]: readonly Run[]): Run {
  if (run === undefined) throw runErrors.RUN_NOT_FOUND({});
  return run;
}
