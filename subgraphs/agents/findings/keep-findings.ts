import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';
import type { Found, Report } from '../playbooks/report.ts';
import { notSeen, seenAgain } from './finding-status.ts';
import { PilotFindingRow } from './finding.entity.ts';

/** Who found it, in which run, and when. */
export interface Finder {
  agentId: string;
  runId: string;
  now: Date;
}

/** The id of a finding: the same thing found again is the same finding. */
export function findingIdOf(tenantId: string, kind: string, key: string): string {
  return nameBasedUuid(tenantId, `finding:${kind}:${key}`);
}

/** Lets one run at a time change what an agent found. */
export async function lockFindings({ sql: db, tenantId }: UnitOfWork, agentId: string): Promise<void> {
  await sql`select 1 from agent where tenant_id = ${tenantId}::uuid and id = ${agentId}::uuid for update`.execute(db);
}

/** Keeps what a report tells. Keeping the same report in the same run again changes nothing. @returns how many were new, and how many are gone */
export async function keepReport(
  unit: UnitOfWork,
  finder: Finder,
  { analysis, findings, further, complete }: Report,
): Promise<{ added: number; resolved: number }> {
  const { em, tenantId } = unit;
  const known = new Map((await em.find(PilotFindingRow, { tenantId, kind: analysis })).map((row) => [row.key, row]));
  let added = 0;
  for (const found of new Map(findings.map((each) => [each.key, each])).values()) {
    const row = known.get(found.key);
    if (row === undefined) {
      em.persist(em.create(PilotFindingRow, newRow(tenantId, finder, analysis, found)));
      added += 1;
    } else {
      see(row, finder, found);
      known.delete(found.key);
    }
  }
  for (const key of further) {
    const row = known.get(key);
    if (row !== undefined && row.status !== 'RESOLVED') row.lastSeenAt = finder.now;
    known.delete(key);
  }
  const gone = complete ? [...known.values()].filter(({ status }) => status !== notSeen(status)) : [];
  for (const row of gone) Object.assign(row, { status: 'RESOLVED', resolvedAt: finder.now, measureLatest: 0, measureAfter: 0 });
  await em.flush();
  return { added, resolved: gone.length };
}

function newRow(tenantId: string, { agentId, runId, now }: Finder, kind: string, found: Found) {
  const { value } = found.measure;
  return {
    id: findingIdOf(tenantId, kind, found.key), tenantId, agentId, kind, key: found.key,
    status: 'OPEN' as const, ...shownOf(found),
    measureBefore: value, measureLatest: value, measureAfter: null,
    firstSeenAt: now, lastSeenAt: now, timesSeen: 1, foundBy: runId, proposals: 0, proposedBy: null, runId: null,
    proposedAt: null, decidedAt: null, doneAt: null, resolvedAt: null, comment: null,
  }; // prettier-ignore
}

function see(row: PilotFindingRow, { runId, now }: Finder, found: Found): void {
  if (row.foundBy === runId) return;
  const status = seenAgain({ status: row.status, decidedAt: row.decidedAt ?? null }, now);
  const { value } = found.measure;
  const again = row.status === 'RESOLVED';
  // What is asked about stays as it was asked about.
  if (row.status !== 'PROPOSED' && row.status !== 'ACCEPTED') Object.assign(row, shownOf(found));
  Object.assign(row, {
    status: status !== 'OPEN' && found.proposal === null && row.proposal === null ? row.status : status,
    lastSeenAt: now,
    timesSeen: row.timesSeen + 1,
    foundBy: runId,
    measureLatest: value,
    measureAfter: status === 'DONE' ? value : null,
    ...(again ? { measureBefore: value, resolvedAt: null, doneAt: null, decidedAt: null } : {}),
  });
}

function shownOf({ title, detail, reasons, severity, evidence, links, proposal, measure }: Found) {
  return { title, detail, reasons, severity, evidence, links, proposal, measureLabel: measure.label, measureUnit: measure.unit };
}
