import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { append, contentHash } from '../journal/append.ts';
import type { Json } from '../journal/canonical.ts';
import type { JournalKey } from '../journal/journal-key.ts';
import { currentLogContext } from '../telemetry/logger.ts';
import { currentTraceId } from '../telemetry/span.ts';
import type { AuditNote } from './audit-note.ts';

/** Appends what a unit of work changed to the tenant's chain of changes, in its transaction: both are there, or neither is. */
export async function writeAudit(
  db: Kysely<Record<string, never>>,
  key: JournalKey,
  tenantId: string,
  notes: readonly AuditNote[],
): Promise<void> {
  const now = new Date();
  const { requestId = null, traceId = null, userId = null, credential = null } = currentLogContext();
  const origin = {
    at: now.toISOString(),
    request_id: requestId,
    trace_id: currentTraceId() ?? traceId,
    user_id: userId,
    credential_kind: credential?.kind ?? null,
    credential_id: credential?.id ?? null,
  };
  const entries = notes.map(({ action, subject, before, after }) => {
    const content = { before: before as Json, after: after as Json };
    return {
      id: randomUUID(),
      ...origin,
      action,
      subject_type: subject.type,
      subject_id: subject.id,
      content_hash: contentHash(key, [content.before, content.after]),
      ...content,
    };
  });
  await append(db, key, { name: 'CHANGES', tenantId, now }, entries);
}
