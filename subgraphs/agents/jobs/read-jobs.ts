import { sql } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Page } from '../../kernel/pagination/page.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import { DurableStepRow } from '../../kernel/runs/durable-step.entity.ts';
import { runErrors, toProblem } from '../../kernel/runs/run.errors.ts';
import { viewRuns } from '../run/run-view.ts';
import { FailedJob } from './job.type.ts';

/** Characters of a checkpoint that are shown. */
const MAX_CHECKPOINT = 2_000;

export interface JobFilter {
  workflow: string | null;
  connectionId: string | null;
}

const placeSchema = z.tuple([z.iso.datetime(), z.uuid()]);
const foundSchema = z.object({ id: z.uuid(), superseded: z.boolean() });
const countSchema = z.object({ count: z.coerce.number() });

/** Failed runs that were not put away since they failed, one more than the page holds, and how many there are. @throws BAD_CURSOR */
export async function readFailedJobs(unit: UnitOfWork, filter: JobFilter, page: Page): Promise<{ jobs: FailedJob[]; total: number }> {
  const { em, tenantId } = unit;
  const { workflow, connectionId } = filter;
  const wanted = sql`run.tenant_id = ${tenantId} and run.status = 'FAILED'
    ${workflow === null ? sql`` : sql`and run.workflow = ${workflow}`}
    ${connectionId === null ? sql`` : sql`and run.subject ->> 'connectionId' = ${connectionId}`}
    and not exists (select 1 from discarded_job as away where away.tenant_id = run.tenant_id and away.run_id = run.id and away.attempt >= run.attempt)`;
  const { rows } = await sql`
    select run.id, exists (
      select 1 from durable_run as later where later.tenant_id = run.tenant_id and later.workflow = run.workflow and later.status = 'SUCCEEDED'
        and later.subject ->> 'connectionId' = run.subject ->> 'connectionId' and later.started_at > run.started_at
    ) as superseded
    from durable_run as run where ${wanted} and ${placeOf(page)} order by run.started_at desc, run.id desc limit ${page.limit + 1}`.execute(
    unit.sql,
  );
  const found = rows.map((row) => foundSchema.parse(row));
  const ids = found.map(({ id }) => id);
  const runs = new Map((await em.find(DurableRunRow, { tenantId, id: { $in: ids } })).map((row) => [row.id, row]));
  const steps = await em.find(DurableStepRow, { tenantId, runId: { $in: ids } });
  const ordered = ids.flatMap((id) => runs.get(id) ?? []);
  const views = new Map((await viewRuns(unit, ordered)).map((run) => [run.id, run]));
  const jobs = found.flatMap(({ id, superseded }) => {
    const [row, run] = [runs.get(id), views.get(id)];
    if (row === undefined || run === undefined) return [];
    const step = steps.find(({ runId, name }) => runId === id && name === row.step);
    const problem = row.problem ?? toProblem(runErrors.RUN_STEP_FAILED({}));
    return Object.assign(new FailedJob(), {
      id, run, superseded, ...problem, failedAt: row.finishedAt ?? row.startedAt, step: row.step, tries: step?.attempts ?? 0, canRequeue: run.canResume,
      checkpointText: step?.checkpoint == null ? null : JSON.stringify(step.checkpoint).slice(0, MAX_CHECKPOINT),
    }); // prettier-ignore
  });
  const counted = await sql`select count(*) as count from durable_run as run where ${wanted}`.execute(unit.sql);
  return { jobs, total: countSchema.parse(counted.rows[0]).count };
}

function placeOf({ after }: Page) {
  if (after === null) return sql`true`;
  const place = placeSchema.safeParse(after);
  if (!place.success) throw commonErrors.BAD_CURSOR({});
  return sql`(run.started_at, run.id) < (${new Date(place.data[0])}, ${place.data[1]}::uuid)`;
}
