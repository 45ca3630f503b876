import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { ConnectionHealthRow } from './health.entity.ts';
import { remedyOf } from './remedy.ts';

/** A person has done something about a connection that failed, such as giving it another password: it is tried at the next occasion. */
export async function personActed(unit: UnitOfWork, connectionId: string, now: Date): Promise<void> {
  await sql`update connection_health set next_attempt_at = ${now}, due_at = ${now}, attempts = 0
    where tenant_id = ${unit.tenantId} and connection_id = ${connectionId}::uuid and problem is not null`.execute(unit.sql);
}

/** Whether a connection waits for a person: nothing of ours may start a sync of it, lest an account is locked. */
export async function waitsForPerson({ em }: UnitOfWork, connectionId: string): Promise<boolean> {
  const health = await em.findOne(ConnectionHealthRow, { connectionId });
  return health?.problem != null && health.nextAttemptAt == null && remedyOf(health.problem.code) === 'PERSON';
}
