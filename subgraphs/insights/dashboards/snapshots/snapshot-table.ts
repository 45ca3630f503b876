import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { snapshotContentSchema, type SnapshotContent } from './snapshot-content.ts';

/** Snapshots that are kept of one dashboard; the oldest go first. */
export const MAX_SNAPSHOTS = 100;

const rowSchema = z.object({
  id: z.uuid(),
  dashboard_id: z.uuid(),
  version: z.number(),
  title: z.string(),
  taken_at: z.string(),
  taken_by: z.uuid(),
  scheduled: z.boolean(),
});
const contentSchema = rowSchema.extend({ content: z.unknown() });

/** A snapshot without its numbers. */
export interface SnapshotRow {
  id: string;
  dashboardId: string;
  version: number;
  title: string;
  takenAt: Date;
  takenBy: string;
  scheduled: boolean;
}

/** Who may see a snapshot: those who see the same of the data as whoever took it; null: everything, and so all of them. */
export type SeenBy = string | null;

const shown = (row: z.infer<typeof rowSchema>): SnapshotRow => ({
  id: row.id,
  dashboardId: row.dashboard_id,
  version: row.version,
  title: row.title,
  takenAt: new Date(row.taken_at),
  takenBy: row.taken_by,
  scheduled: row.scheduled,
});

/** Runs on the tenant's snapshots; gives `nothing` where the tenant's schema has no place for them yet. */
async function within<T>(unit: UnitOfWork, nothing: T, work: (db: Kysely<TenantTables>) => Promise<T>): Promise<T> {
  return unit.asTenant(async (db) => {
    const { rows } = await sql<{ there: boolean }>`select to_regclass('dashboard_snapshot') is not null as there`.execute(db);
    return rows[0]?.there === true ? work(db) : nothing;
  });
}

const COLUMNS = sql`id::text, dashboard_id::text, version, title, to_char(taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as taken_at,
  taken_by::text, scheduled`;
const seen = (by: SeenBy) => (by === null ? sql`true` : sql`access_key = ${by}`);

/** Keeps a snapshot; the oldest of too many goes. */
export function insertSnapshot(unit: UnitOfWork, row: SnapshotRow, accessKey: string, content: SnapshotContent): Promise<void> {
  return unit.asTenant(async (db) => {
    await sql`insert into dashboard_snapshot (id, dashboard_id, version, title, taken_at, taken_by, scheduled, access_key, content)
      values (${row.id}::uuid, ${row.dashboardId}::uuid, ${row.version}, ${row.title}, ${row.takenAt.toISOString()}::timestamptz,
        ${row.takenBy}::uuid, ${row.scheduled}, ${accessKey}, ${JSON.stringify(content)}::jsonb) on conflict (id) do nothing`.execute(db);
    await sql`delete from dashboard_snapshot where id in (select id from dashboard_snapshot where dashboard_id = ${row.dashboardId}::uuid
      order by taken_at desc, id desc offset ${MAX_SNAPSHOTS})`.execute(db);
  });
}

/** Snapshots of a dashboard, newest first, after a place in the list; and how many there are. */
export function listSnapshots(
  unit: UnitOfWork,
  dashboardId: string,
  by: SeenBy,
  page: { limit: number; after: { takenAt: Date; id: string } | null },
): Promise<{ rows: SnapshotRow[]; total: number }> {
  return within(unit, { rows: [], total: 0 }, async (db) => {
    const where = sql`dashboard_id = ${dashboardId}::uuid and ${seen(by)}`;
    const after =
      page.after === null ? sql`` : sql`and (taken_at, id) < (${page.after.takenAt.toISOString()}::timestamptz, ${page.after.id}::uuid)`;
    const { rows } = await sql`select ${COLUMNS} from dashboard_snapshot where ${where} ${after}
      order by taken_at desc, id desc limit ${page.limit}`.execute(db);
    const counted = await sql<{ n: string }>`select count(*) as n from dashboard_snapshot where ${where}`.execute(db);
    return { rows: z.array(rowSchema).parse(rows).map(shown), total: Number(counted.rows[0]?.n ?? 0) };
  });
}

/** One snapshot with its numbers; null when there is none that may be seen. */
export function readSnapshot(unit: UnitOfWork, id: string, by: SeenBy): Promise<{ row: SnapshotRow; content: SnapshotContent } | null> {
  return within(unit, null, async (db) => {
    const { rows } = await sql`select ${COLUMNS}, content from dashboard_snapshot where id = ${id}::uuid and ${seen(by)}`.execute(db);
    const [found] = z.array(contentSchema).parse(rows);
    return found === undefined ? null : { row: shown(found), content: snapshotContentSchema.parse(found.content) };
  });
}

/** Removes one; false when there was none that may be seen. */
export function deleteSnapshot(unit: UnitOfWork, id: string, by: SeenBy): Promise<boolean> {
  return within(unit, false, async (db) => {
    const { numAffectedRows } = await sql`delete from dashboard_snapshot where id = ${id}::uuid and ${seen(by)}`.execute(db);
    return Number(numAffectedRows ?? 0) > 0;
  });
}

/** Removes all of a dashboard that is gone. */
export function forgetSnapshots(unit: UnitOfWork, dashboardId: string): Promise<void> {
  return within(unit, undefined, async (db) => {
    await sql`delete from dashboard_snapshot where dashboard_id = ${dashboardId}::uuid`.execute(db);
  });
}

/** How many are older. */
export function countSnapshots(unit: UnitOfWork, olderThan: Date): Promise<number> {
  return within(unit, 0, async (db) => {
    const { rows } = await sql<{ n: string }>`select count(*) as n from dashboard_snapshot
      where taken_at < ${olderThan.toISOString()}::timestamptz`.execute(db);
    return Number(rows[0]?.n ?? 0);
  });
}

/** Removes those that are older, a few at a time; how many there were. */
export function pruneSnapshots(unit: UnitOfWork, olderThan: Date, limit: number): Promise<number> {
  return within(unit, 0, async (db) => {
    const { numAffectedRows } = await sql`delete from dashboard_snapshot where id in (select id from dashboard_snapshot
      where taken_at < ${olderThan.toISOString()}::timestamptz limit ${limit})`.execute(db);
    return Number(numAffectedRows ?? 0);
  });
}
