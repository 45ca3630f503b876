import { z } from 'zod';
import { AuditEntry, JournalEntry, JournalKind } from './journal.type.ts';

const origin = {
  id: z.string(),
  sequence: z.coerce.number(),
  at: z.coerce.date(),
  user_id: z.string().nullable(),
  credential_kind: z.string().nullable(),
  credential_id: z.string().nullable(),
  request_id: z.string().nullable(),
  trace_id: z.string().nullable(),
  hash: z.string(),
};

const journalRow = z.object({
  ...origin,
  address: z.string().nullable(),
  transport: z.string(),
  kind: z.enum(JournalKind),
  operation: z.string(),
  document_hash: z.string().nullable(),
  outcome: z.string(),
  cost: z.coerce.number().nullable(),
  duration_us: z.coerce.number(),
  touched: z.array(z.string()),
});

const fields = z.record(z.string(), z.unknown()).nullable();
const auditRow = z.object({
  ...origin,
  action: z.string(),
  subject_type: z.string(),
  subject_id: z.string(),
  before: fields,
  after: fields,
  erased_at: z.coerce.date().nullable(),
});

const US_PER_MS = 1_000;

/** A row of `journal_request` as the graph shows it. */
export function readJournalEntry(row: unknown): JournalEntry {
  const { address, transport, kind, operation, document_hash, outcome, cost, duration_us, touched, ...from } = journalRow.parse(row);
  const what = { address, transport, kind, operation, outcome, cost, touched };
  return Object.assign(new JournalEntry(), originOf(from), what, { documentHash: document_hash, durationMs: duration_us / US_PER_MS });
}

/** A row of `audit_entry` as the graph shows it. */
export function readAuditEntry(row: unknown): AuditEntry {
  const { action, subject_type, subject_id, before, after, erased_at, ...from } = auditRow.parse(row);
  const subject = { subjectType: subject_type, subjectId: subject_id };
  return Object.assign(new AuditEntry(), originOf(from), { action, ...subject, before, after, erased: erased_at !== null });
}

function originOf({ id, sequence, at, hash, ...row }: z.infer<z.ZodObject<typeof origin>>) {
  return {
    id,
    sequence,
    at,
    hash,
    userId: row.user_id,
    credentialKind: row.credential_kind,
    credentialId: row.credential_id,
    requestId: row.request_id,
    traceId: row.trace_id,
  };
}
