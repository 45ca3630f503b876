import { randomUUID } from 'node:crypto';
import { requestApproval, withdrawApproval } from '../../kernel/approvals/approvals.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Look } from '../drift/look.ts';
import { keepPreview, previewOf } from './preview.ts';
import { putInForce } from './put-in-force.ts';
import { RepairRow } from './repair.entity.ts';
import { composeRules } from './rules.ts';

/** What an approval asks for when it asks for a repair: `repair:<id>`. */
export const APPROVAL_SUBJECT = 'repair:';
const LIFETIME_MS = 7 * 24 * 60 * 60 * 1_000;
const MAX_SHOWN = 5;

/** Where a repair is made. */
export interface RepairedIn {
  connectionId: string;
  connectionName: string;
  now: Date;
}

function newRepair({ tenantId }: UnitOfWork, look: Look, { connectionId, now }: RepairedIn): RepairRow {
  const { known, judgement, fingerprint, available, table } = look;
  return {
    id: randomUUID(), tenantId, connectionId, objectId: known.objectId, status: 'PROPOSED', confidence: judgement.confidence, automatic: false, reason: null,
    changes: judgement.changes, rules: judgement.rules, available, affected: table.rowCount, fingerprint, approvalId: null, replayRunId: null, settled: false,
    proposedAt: now, expiresAt: new Date(now.getTime() + LIFETIME_MS), decidedAt: null, decidedBy: null,
  }; // prettier-ignore
}

/** Applies a repair that nobody has to be asked about. @returns it, and the version of the reading that it brings */
export async function applyAlone(unit: UnitOfWork, look: Look, where: RepairedIn): Promise<{ repair: RepairRow; version: number }> {
  await expireWaiting(unit, look.known.objectId, where);
  const repair = unit.em.create(RepairRow, { ...newRepair(unit, look, where), status: 'APPLIED', automatic: true, decidedAt: where.now });
  await unit.em.persist(repair).flush();
  const version = await putInForce(unit, repair, composeRules(look.known.rules, repair.rules), where.now);
  await keepPreview(unit, repair.id, repair.objectId, previewOf(look.sample?.pairs ?? [], repair.rules, repair.changes));
  tell(unit, repair, look.known.name, where);
  return { repair, version };
}

/** Asks people for a repair; once for the same change. @returns the one that waits */
export async function propose(unit: UnitOfWork, look: Look, reason: string, where: RepairedIn): Promise<RepairRow> {
  const waiting = await unit.em.findOne(RepairRow, { tenantId: unit.tenantId, objectId: look.known.objectId, status: 'PROPOSED' });
  if (waiting?.fingerprint === look.fingerprint) return waiting;
  await expireWaiting(unit, look.known.objectId, where);
  const repair = unit.em.create(RepairRow, { ...newRepair(unit, look, where), reason });
  const columns = repair.changes.slice(0, MAX_SHOWN);
  const approval = await requestApproval(unit, {
    title: `Repair of ${look.known.name}`,
    intent: `${look.known.name} of ${where.connectionName} will be read so: ${columns.map(({ column, how }) => `${column}: ${how}`).join('; ')}. Records that wait in quarantine land.`,
    evidence: {
      repairId: repair.id,
      connection: where.connectionName,
      object: look.known.name,
      confidence: repair.confidence,
      reason,
      changes: columns.map(({ column, from, how }) => ({ column, from, how })),
      records: repair.affected,
    },
    subject: `${APPROVAL_SUBJECT}${repair.id}`,
    now: where.now,
    lifetimeMs: LIFETIME_MS,
  });
  repair.approvalId = approval.id;
  await unit.em.persist(repair).flush();
  await keepPreview(unit, repair.id, repair.objectId, previewOf(look.sample?.pairs ?? [], repair.rules, repair.changes));
  tell(unit, repair, look.known.name, where);
  return repair;
}

/** Ends what waits for an object: its source has changed again, or back. */
export async function expireWaiting(unit: UnitOfWork, objectId: string, where: RepairedIn): Promise<void> {
  const waiting = await unit.em.findOne(RepairRow, { tenantId: unit.tenantId, objectId, status: 'PROPOSED' });
  if (waiting === null) return;
  await expire(unit, waiting, where);
}

/** PROPOSED → EXPIRED, its approval too. */
export async function expire(unit: UnitOfWork, repair: RepairRow, where: RepairedIn): Promise<void> {
  Object.assign(repair, { status: 'EXPIRED', decidedAt: where.now });
  if (repair.approvalId != null) await withdrawApproval(unit, repair.approvalId, where.now);
  await unit.em.flush();
  tell(unit, repair, null, where);
}

/** Tells the event log how a repair stands. */
export function tell(
  unit: UnitOfWork,
  repair: RepairRow,
  objectName: string | null,
  { connectionId, connectionName }: Omit<RepairedIn, 'now'>,
): void {
  const columns = repair.changes
    .map(({ column }) => column)
    .slice(0, MAX_SHOWN)
    .join(', ');
  unit.emit('connectors.repair-changed', {
    repairId: repair.id,
    connectionId,
    connectionName,
    objectId: repair.objectId,
    status: repair.status,
    automatic: repair.automatic,
    summary: `${objectName ?? 'A table'}: ${columns}`,
  });
}
