import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { FLOW_STEP } from '../workflows/runs/agent-workflow.ts';
import type { VitalsSpan } from './window.ts';

const count = z.coerce.number().int();
const seconds = z.coerce.number().nullable();

const runsSchema = z.object({
  agentId: z.uuid().nullable(),
  started: count,
  succeeded: count,
  failed: count,
  cancelled: count,
  medianSeconds: seconds,
  p95Seconds: seconds,
});
const stepsSchema = z.object({ agentId: z.uuid().nullable(), steps: count, stepsFailed: count });
const usageSchema = z.object({ agentId: z.uuid().nullable(), tokens: z.coerce.number(), cost: z.coerce.number() });
const openSchema = z.object({ agentId: z.uuid().nullable(), working: count, waiting: count });
const pointSchema = z.object({ at: z.coerce.date(), started: count, succeeded: count, failed: count, medianSeconds: seconds });

const MICROS = 1_000_000;

/** What is recorded of a stretch of time; in each list one row per agent that has any, and one (`agentId` null) of all. */
export interface VitalsRows {
  runs: z.infer<typeof runsSchema>[];
  steps: z.infer<typeof stepsSchema>[];
  usage: z.infer<typeof usageSchema>[];
  open: z.infer<typeof openSchema>[];
  points: z.infer<typeof pointSchema>[];
}

/** Reads the runs that began or ended since then and the steps that ended. What is no other agent's is counted for `others`. */
export async function readVitals(unit: UnitOfWork, { since, partMs }: VitalsSpan, others: string): Promise<VitalsRows> {
  const { tenantId } = unit;
  const agent = sql`coalesce(facet.agent_id, flow.agent_id, ${others}::uuid)`;
  const facetOf = (id: ReturnType<typeof sql>) => sql`left join agent_run as facet on facet.id = ${id} and facet.tenant_id = ${tenantId}
    left join workflow_run as flow on flow.id = ${id} and flow.tenant_id = ${tenantId}`;
  // Two ranges of two indexes; a run that began and ended in the time is in both, and counted once.
  const touched = sql`touched as (
    select id, status, started_at, finished_at from durable_run where tenant_id = ${tenantId} and started_at >= ${since}
    union select id, status, started_at, finished_at from durable_run where tenant_id = ${tenantId} and finished_at >= ${since}
  ), seen as (
    select touched.*, ${agent} as agent_id, extract(epoch from touched.finished_at - touched.started_at) as seconds from touched ${facetOf(sql`touched.id`)}
  )`;
  const runs = await sql`with ${touched}
    select agent_id as "agentId", count(*) filter (where started_at >= ${since}) as started,
      count(*) filter (where finished_at >= ${since} and status = 'SUCCEEDED') as succeeded,
      count(*) filter (where finished_at >= ${since} and status = 'FAILED') as failed,
      count(*) filter (where finished_at >= ${since} and status = 'CANCELLED') as cancelled,
      percentile_cont(0.5) within group (order by seconds) filter (where finished_at >= ${since}) as "medianSeconds",
      percentile_cont(0.95) within group (order by seconds) filter (where finished_at >= ${since}) as "p95Seconds"
    from seen group by grouping sets ((agent_id), ())`.execute(unit.sql);
  const points = await sql`with ${touched}, happened as (
      select started_at as at, 'STARTED' as what, null::numeric as seconds from seen where started_at >= ${since}
      union all select finished_at, status, seconds from seen where finished_at >= ${since}
    )
    select date_bin(make_interval(secs => ${partMs / 1_000}::int), at, timestamptz 'epoch') as at,
      count(*) filter (where what = 'STARTED') as started, count(*) filter (where what = 'SUCCEEDED') as succeeded,
      count(*) filter (where what = 'FAILED') as failed, percentile_cont(0.5) within group (order by seconds) as "medianSeconds"
    from happened group by 1`.execute(unit.sql);
  const steps = await sql`
    select ${agent} as "agentId", count(*) filter (where step.status = 'SUCCEEDED') as steps,
      count(*) filter (where step.status = 'FAILED') as "stepsFailed"
    from (
      -- Of a workflow its own steps count, not the one that carries them.
      select run_id, status from durable_step where tenant_id = ${tenantId} and finished_at >= ${since} and name <> ${FLOW_STEP}
      union all select run_id, case when status in ('DONE', 'UNDONE', 'NOT_UNDONE') then 'SUCCEEDED' else status end
      from workflow_step where tenant_id = ${tenantId} and finished_at >= ${since}
    ) as step ${facetOf(sql`step.run_id`)} group by grouping sets ((1), ())`.execute(unit.sql);
  const usage = await sql`
    select agent_id as "agentId", coalesce(sum(tokens), 0)::float8 as tokens, coalesce(sum(micros), 0)::float8 / ${MICROS}::float8 as cost
    from workflow_run where tenant_id = ${tenantId} and started_at >= ${since} group by grouping sets ((agent_id), ())`.execute(unit.sql);
  const open = await sql`
    select ${agent} as "agentId", count(*) filter (where run.status = 'RUNNING') as working, count(*) filter (where run.status = 'WAITING') as waiting
    from durable_run as run ${facetOf(sql`run.id`)}
    where run.tenant_id = ${tenantId} and run.finished_at is null group by grouping sets ((1), ())`.execute(unit.sql);
  return {
    runs: runs.rows.map((row) => runsSchema.parse(row)),
    points: points.rows.map((row) => pointSchema.parse(row)),
    steps: steps.rows.map((row) => stepsSchema.parse(row)),
    usage: usage.rows.map((row) => usageSchema.parse(row)),
    open: open.rows.map((row) => openSchema.parse(row)),
  };
}
