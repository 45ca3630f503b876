import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { USUAL_MODE, type AutonomyMode } from './autonomy.ts';

const versionSchema = z.object({ version: z.int() });

/** Whose change it is, and what of the tenant's settings it sets; left out: as it is. */
export interface GovernanceChange {
  changedBy: string;
  now: Date;
  autonomyMode?: AutonomyMode;
  alwaysConfirm?: readonly string[];
}

/** Changes of what a tenant's agents are judged by come one after the other: called first in a transaction that changes any of it. */
export async function lockGovernance(unit: UnitOfWork, now: Date): Promise<void> {
  await sql`insert into agent_governance (tenant_id, autonomy_mode, always_confirm, version, changed_at)
    values (${unit.tenantId}::uuid, ${USUAL_MODE}, '[]', 0, ${now.toISOString()}::timestamptz)
    on conflict (tenant_id) do update set version = agent_governance.version`.execute(unit.sql);
}

/** Counts up what the tenant's agents are judged by, and tells of it. @returns the new version */
export async function changeGovernance(unit: UnitOfWork, change: GovernanceChange): Promise<number> {
  const { changedBy, now, autonomyMode = null } = change;
  const alwaysConfirm = change.alwaysConfirm === undefined ? null : JSON.stringify(change.alwaysConfirm);
  const { rows } = await sql`update agent_governance set version = version + 1,
      autonomy_mode = coalesce(${autonomyMode}::text, autonomy_mode),
      always_confirm = coalesce(${alwaysConfirm}::jsonb, always_confirm),
      changed_at = ${now.toISOString()}::timestamptz, changed_by = ${changedBy}::uuid
    where tenant_id = ${unit.tenantId}::uuid
    returning version`.execute(unit.sql);
  const { version } = versionSchema.parse(rows[0]);
  unit.emit('agents.governance-changed', { version, changedBy });
  return version;
}
