import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { eraseAuditContent } from '../../../kernel/audit/erase.ts';
import { type Found, type Search, searchSome, type SearchPosition } from '../../../kernel/privacy/search.ts';
import { normalised } from '../../../kernel/privacy/subject/identifier.ts';
import { isTellingKey, nationalDigits } from '../../../kernel/privacy/subject/text-matcher.ts';
import type { StepContext } from '../../../kernel/runs/workflow.ts';
import type { System } from '../../../kernel/system.ts';
import type { ErasureRequestRow } from './erasure.entity.ts';
import { openErasure, requestOf } from './erasure-steps.ts';

/** Looks once more at everything, takes the person out of the audit trail's contents, and writes what proves that it is done. */
export async function certifyStep(system: System, context: StepContext): Promise<void> {
  const open = await openErasure(system, context);
  const { tenantId, runId } = context;
  const needles = open.identifiers
    .filter(({ kind, value }) => kind !== 'KEY' || isTellingKey(value.trim()))
    .flatMap((identifier) => [
      identifier.value,
      normalised(identifier),
      ...(identifier.kind === 'PHONE' ? [nationalDigits(identifier.value)] : []),
    ]);
  const audit = await eraseAuditContent(system.database, tenantId, [...new Set(needles)], system.clock());
  const { remaining, unchangeable } = await lookOnceMore(system, tenantId, open.search);
  await context.commit(async (unit) => {
    const row = await requestOf(unit, runId);
    // What was made for somebody who looks like this to read; it is kept for a day anyway.
    const shown = row.subject.map((each) => each.shown.toLowerCase());
    await sql`delete from person_export where tenant_id = ${tenantId}::uuid and exists (
      select 1 from jsonb_array_elements(subject) as own where lower(own ->> 'shown') = any(${shown}::text[]))`.execute(unit.sql);
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from connection where tenant_id = ${tenantId}::uuid`.execute(unit.sql);
    const text = JSON.stringify(
      documentOf(row, { finishedAt: system.clock(), audit, remaining, unchangeable, connections: Number(rows[0]?.n ?? 0) }),
      null,
      2,
    );
    Object.assign(row, {
      status: 'DONE',
      identifiers: null,
      finishedAt: system.clock(),
      certificate: text,
      certificateHash: createHash('sha256').update(text).digest('hex'),
    });
    unit.emit('accounts.erasure-changed', { requestId: runId, status: 'DONE' });
  });
}

/** Rows in which the person still is: those that somebody could change, and those that nobody may. */
async function lookOnceMore(system: System, tenantId: string, search: Search): Promise<{ remaining: number; unchangeable: number }> {
  let [remaining, unchangeable] = [0, 0];
  let at: SearchPosition | null = null;
  do {
    const from: SearchPosition | null = at;
    const found: Found = await system.database.unitOfWork(tenantId, (unit) =>
      searchSome(unit, { ...search, keyed: [] }, { kind: 'FIND' }, from),
    );
    for (const { target, swept } of found.swept) {
      const rows = [...swept.rows.values()].reduce((sum, group) => sum + group.rows, 0);
      if (target.shape.columns.some((column) => column.changeable)) remaining += rows;
      else unchangeable += rows;
    }
    at = found.next;
  } while (at !== null);
  return { remaining, unchangeable };
}

/** What the certificate says; nothing in it says who. */
function documentOf(
  row: ErasureRequestRow,
  seen: { finishedAt: Date; audit: number; remaining: number; unchangeable: number; connections: number },
): Record<string, unknown> {
  const kinds = row.subject.map(({ kind, related }) => `${kind}${related ? ' (found beside the others)' : ''}`);
  return {
    certificate: 'A person was forgotten',
    request: row.id,
    tenant: row.tenantId,
    treatment: row.treatment,
    reason: row.reason,
    identifiedBy: Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length])),
    requested: { at: row.requestedAt, by: row.requestedBy },
    confirmed: { at: row.confirmedAt, by: row.confirmedBy, secondPerson: row.confirmedBy !== row.requestedBy },
    finished: { at: seen.finishedAt },
    places: (row.done?.places ?? []).filter(({ changed, removed }) => changed + removed > 0),
    auditEntriesEmptied: seen.audit,
    verification: { passes: row.done?.passes ?? 0, rowsLeft: seen.remaining, rowsNobodyMayChange: seen.unchangeable },
    keptOut: 'Keyed hashes of the identifiers are consulted whenever data comes in, so that the person does not come back.',
    leftToDo:
      seen.connections === 0
        ? 'Nothing: no source is connected.'
        : 'The sources themselves are not ours to change: have the person deleted there as well. Replies kept for idempotency keys are sealed and go within 24 hours.',
  };
}
