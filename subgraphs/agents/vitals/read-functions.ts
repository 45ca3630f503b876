import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';

/** Tools that are told of, the most used first. */
const MAX_TOOLS = 50;
/** Of more steps than these the latest are looked at. */
const MAX_STEPS = 50_000;
const MICROS = 1_000_000;
const seconds = z.coerce.number().nullable();

const functionSchema = z.object({
  tool: z.string(),
  calls: z.coerce.number().int(),
  failed: z.coerce.number().int(),
  tokens: z.coerce.number(),
  cost: z.coerce.number(),
  medianSeconds: seconds,
  p95Seconds: seconds,
});
type FunctionRow = z.infer<typeof functionSchema>;

/**
 * What became of the steps that ended since then, by the tool that they called: the first that governance judged for them, so what a step was undone
 * with is not in it.
 */
export async function readFunctions({ tenantId, sql: db }: UnitOfWork, since: Date): Promise<FunctionRow[]> {
  const { rows } = await sql`with ended as (
      select run_id, path, status, tokens, micros, extract(epoch from finished_at - started_at) as seconds
      from workflow_step where tenant_id = ${tenantId} and finished_at >= ${since} order by finished_at desc limit ${MAX_STEPS}
    ), judged as (
      select distinct on (run_id, path) run_id, path, action as tool
      from governance_decision
      where tenant_id = ${tenantId} and run_id in (select run_id from ended) and complexity is not null
      order by run_id, path, decided_at, id
    )
    select tool, count(*) as calls, count(*) filter (where status = 'FAILED') as failed, sum(tokens)::float8 as tokens,
      sum(micros)::float8 / ${MICROS}::float8 as cost, percentile_cont(0.5) within group (order by seconds) as "medianSeconds",
      percentile_cont(0.95) within group (order by seconds) as "p95Seconds"
    from ended join judged using (run_id, path) group by tool order by calls desc, tool limit ${MAX_TOOLS}`.execute(db);
  return rows.map((row) => functionSchema.parse(row));
}
