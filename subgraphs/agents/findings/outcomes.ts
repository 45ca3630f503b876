import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { FindingUnit } from '../playbooks/report.ts';
import { FindingStatus } from './finding-status.ts';

const rowSchema = z.object({
  agent_id: z.string(),
  status: z.enum(FindingStatus),
  unit: z.enum(FindingUnit),
  acted: z.boolean(),
  findings: z.coerce.number(),
  before: z.coerce.number(),
  after: z.coerce.number(),
});

/** What became of an agent's findings, counted; of those that were acted on also how much better it got, by unit. */
export interface Outcomes {
  counts: Readonly<Record<FindingStatus, number>>;
  improvements: readonly { unit: FindingUnit; findings: number; before: number; after: number }[];
}

/** What became of the findings of agents, those of agents without findings, too. */
export async function outcomesOf({ sql: db, tenantId }: UnitOfWork, agentIds: readonly string[]): Promise<ReadonlyMap<string, Outcomes>> {
  const { rows } = await sql`
    select agent_id::text, status, measure_unit as unit, (done_at is not null and measure_after is not null) as acted, count(*) as findings,
      sum(measure_before) as before, sum(coalesce(measure_after, measure_latest)) as after
    from pilot_finding where tenant_id = ${tenantId}::uuid and agent_id = any(${agentIds}::uuid[])
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db);
  const byAgent = Map.groupBy(z.array(rowSchema).parse(rows), (row) => row.agent_id);
  return new Map(
    agentIds.map((id) => {
      const own = byAgent.get(id) ?? [];
      const count = (status: FindingStatus): number => sumOf(own.filter((row) => row.status === status), 'findings'); // prettier-ignore
      const { OPEN, PROPOSED, ACCEPTED, REJECTED, DONE, RESOLVED } = FindingStatus;
      const counts = { OPEN: count(OPEN), PROPOSED: count(PROPOSED), ACCEPTED: count(ACCEPTED), REJECTED: count(REJECTED), DONE: count(DONE), RESOLVED: count(RESOLVED) }; // prettier-ignore
      const acted = Map.groupBy(own.filter((row) => row.acted), ({ unit }) => unit); // prettier-ignore
      const improvements = [...acted].map(([unit, these]) => ({
        unit,
        findings: sumOf(these, 'findings'),
        before: sumOf(these, 'before'),
        after: sumOf(these, 'after'),
      }));
      return [id, { counts, improvements }];
    }),
  );
}

function sumOf(rows: readonly z.infer<typeof rowSchema>[], field: 'findings' | 'before' | 'after'): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}
