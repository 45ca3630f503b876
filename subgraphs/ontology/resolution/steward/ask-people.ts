import { sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import { ApprovalRow } from '../../../kernel/approvals/approval.entity.ts';
import { requestApproval } from '../../../kernel/approvals/approvals.ts';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';

/** What an approval asks for when it asks about pairs: `pairs:<entity type>:<which time>`. */
export const APPROVAL_SUBJECT = 'pairs:';
/** Pairs of one approval: more wait for the next. */
const MAX_PAIRS = 10_000;
const LIFETIME_MS = 30 * 24 * 60 * 60 * 1_000;

const openRow = z.object({ approval: z.uuid().nullable(), pairs: z.coerce.number() });

/**
 * Asks people about pairs that may be the same, with one approval for all that wait: as long as one is open, new pairs wait for the next, so that nobody
 * decides about what was not there when they looked. One whose pairs have all been decided one by one ends.
 */
export async function askPeople(
  unit: UnitOfWork,
  entity: Pick<ModelEntity, 'id' | 'name' | 'label' | 'pluralLabel'>,
  now: Date,
): Promise<void> {
  const waiting = await unit.asTenant(async (db) => {
    const { rows } = await sql`select approval_id as approval, count(*) as pairs from resolution_pair
      where entity = ${entity.name} and status = 'POSSIBLE' group by 1`.execute(db);
    return rows.map((row) => openRow.parse(row));
  });
  const subject = `${APPROVAL_SUBJECT}${entity.id}:`;
  const approvals = await unit.em.find(ApprovalRow, { tenantId: unit.tenantId, subject: { $like: `${subject}%` } });
  const open = approvals.filter(({ status }) => status === 'PENDING');
  for (const approval of open)
    if (!waiting.some((group) => group.approval === approval.id)) Object.assign(approval, { status: 'EXPIRED', decidedAt: now });
  if (open.some(({ status }) => status === 'PENDING')) return;
  const fresh = waiting.find(({ approval }) => approval === null)?.pairs ?? 0;
  if (fresh === 0) return;
  const pairs = Math.min(fresh, MAX_PAIRS);
  const approval = await requestApproval(unit, {
    title: `Same ${entity.label}? ${pairs.toLocaleString('en-US')} ${pairs === 1 ? 'pair' : 'pairs'}`,
    intent: `${pairs.toLocaleString('en-US')} pairs of ${entity.pluralLabel} that may be the same become one record each. Rejected, they stay apart for good. Pairs can be decided one by one, too.`,
    evidence: { entityType: entity.name, entityTypeId: entity.id, pairs },
    subject: `${subject}${approvals.length + 1}`,
    now,
    lifetimeMs: LIFETIME_MS,
  });
  await unit.asTenant((db) =>
    sql`update resolution_pair set approval_id = ${approval.id}::uuid where id in (
      select id from resolution_pair where entity = ${entity.name} and status = 'POSSIBLE' and approval_id is null
      order by (coalesce(weight, 0)) desc, id limit ${MAX_PAIRS})`.execute(db),
  );
}
