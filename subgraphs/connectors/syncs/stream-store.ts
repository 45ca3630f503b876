import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type StreamState, streamSchema } from './stream-state.ts';

const COLUMNS = sql`object_id as "objectId", name, rank, status, records, changed, unchanged, removed, quarantined, progress, ordinal, cursor,
  watermark, problem`;

/** The streams of a sync, in order. */
export async function readStreams({ sql: db, tenantId }: UnitOfWork, syncId: string): Promise<StreamState[]> {
  const { rows } =
    await sql`select ${COLUMNS} from sync_stream where tenant_id = ${tenantId} and sync_id = ${syncId} order by rank`.execute(db);
  return rows.map((row) => streamSchema.parse(row));
}

/** Keeps where streams stand: together with what they wrote. Nobody decides it, so it is not in the audit trail. */
export async function saveStreams({ sql: db, tenantId }: UnitOfWork, syncId: string, streams: readonly StreamState[]): Promise<void> {
  if (streams.length === 0) return;
  const rows = JSON.stringify(streams.map(({ objectId, ...stream }) => ({ object_id: objectId, ...stream })));
  await sql`
    insert into sync_stream (tenant_id, sync_id, object_id, name, rank, status, records, changed, unchanged, removed, quarantined, progress, ordinal,
      cursor, watermark, problem)
    select ${tenantId}::uuid, ${syncId}::uuid, s.* from jsonb_to_recordset(${rows}::jsonb) as s (object_id uuid, name text, rank int, status text,
      records int, changed int, unchanged int, removed int, quarantined int, progress float8, ordinal bigint, cursor jsonb, watermark jsonb, problem jsonb)
    on conflict (tenant_id, sync_id, object_id) do update set status = excluded.status, records = excluded.records, changed = excluded.changed,
      unchanged = excluded.unchanged, removed = excluded.removed, quarantined = excluded.quarantined, progress = excluded.progress,
      ordinal = excluded.ordinal, cursor = excluded.cursor, watermark = excluded.watermark, problem = excluded.problem`.execute(db);
}
