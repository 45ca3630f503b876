import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Logger } from '../telemetry/logger.ts';

const MAX_BUFFERED = 1_000;
const FLUSH_MS = 250;

/** One request that a logged-in viewer made. */
export interface JournalEntry {
  tenantId: string;
  userId: string;
  requestId: string;
  operation: string;
  kind: 'query' | 'mutation' | 'subscription';
  /** `ok`, or the code of the first error. */
  outcome: string;
  durationMs: number;
  at: Date;
}

/** Where the gateway notes requests. Writing never delays a reply. */
export interface Journal {
  record(entry: JournalEntry): void;
  close(): Promise<void>;
}

/** Writes entries in batches, a transaction a tenant. At most a thousand wait; what finds no place or cannot be written is in the log instead. */
export function openJournal(database: Database, logger: Logger): Journal {
  let buffer: JournalEntry[] = [];
  let writing: Promise<void> = Promise.resolve();
  let busy = false;

  const flush = async (): Promise<void> => {
    const batch = buffer;
    buffer = [];
    for (const [tenantId, entries] of Map.groupBy(batch, (entry) => entry.tenantId)) {
      await write(database, tenantId, entries).catch((error: unknown) =>
        logger.error({ err: error, lost: entries.length }, 'journal entries were lost'),
      );
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    writing = flush().finally(() => {
      busy = false;
    });
  }, FLUSH_MS);
  timer.unref();

  return {
    record(entry) {
      if (buffer.length < MAX_BUFFERED) buffer.push(entry);
      else logger.error({ entry }, 'the journal is full; this entry is only here');
    },
    async close() {
      clearInterval(timer);
      await writing;
      await flush();
    },
  };
}

async function write(database: Database, tenantId: string, entries: readonly JournalEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    user_id: entry.userId,
    request_id: entry.requestId,
    operation: entry.operation,
    kind: entry.kind,
    outcome: entry.outcome,
    duration_ms: entry.durationMs,
    at: entry.at,
  }));
  await database.unitOfWork(tenantId, (unit) =>
    sql`insert into journal_entry (tenant_id, user_id, request_id, operation, kind, outcome, duration_ms, at)
      select ${tenantId}::uuid, e.user_id, e.request_id, e.operation, e.kind, e.outcome, e.duration_ms, e.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as e(user_id uuid, request_id text, operation text, kind text, outcome text, duration_ms double precision, at timestamptz)`.execute(
      unit.sql,
    ),
  );
}
