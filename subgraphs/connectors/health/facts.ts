import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { HealthFacts } from './assess.ts';
import { attemptsOf, tellingBudgetLeft } from './error-budget.ts';
import type { ConnectionHealthRow } from './health.entity.ts';
import { expectedEvery } from './schedule.ts';

const HOUR_MS = 3_600_000;
const countsSchema = z.object({
  records: z.coerce.number(),
  quarantined: z.coerce.number(),
  changes: z.coerce.number(),
  drifts: z.coerce.number(),
});

/** What an assessment of a connection goes by, as of now. */
export async function readFacts(unit: UnitOfWork, health: ConnectionHealthRow, now: Date): Promise<HealthFacts> {
  const { connectionId, lastSuccessAt = null, consecutiveFailures, problem = null, breaker, breakerUntil = null } = health;
  const { rows } = await sql`
    select objects.*, changes.*, drifts.* from (
      select coalesce(sum(row_count), 0) as records, coalesce(sum(quarantined_count), 0) as quarantined
      from source_object where tenant_id = ${unit.tenantId} and connection_id = ${connectionId}::uuid and status = 'READY'
    ) as objects, (
      select count(*) as changes from health_change
      where tenant_id = ${unit.tenantId} and connection_id = ${connectionId}::uuid and at > ${new Date(now.getTime() - HOUR_MS)}
    ) as changes, (
      select count(*) as drifts from drift
      where tenant_id = ${unit.tenantId} and connection_id = ${connectionId}::uuid and status = 'OPEN' and (holds or severity = 'CRITICAL')
    ) as drifts`.execute(unit.sql);
  const { records, quarantined, changes, drifts } = countsSchema.parse(rows[0]);
  const expectedEverySeconds = (await expectedEvery(unit, [connectionId])).get(connectionId) ?? null;
  return {
    now, lastSuccessAt, consecutiveFailures, problem, breaker: { state: breaker, until: breakerUntil }, expectedEverySeconds, records, quarantined,
    budgetLeft: tellingBudgetLeft(await attemptsOf(unit, connectionId, now)), breakingDrifts: drifts, recentChanges: changes,
  }; // prettier-ignore
}
