import { sql, type Kysely } from 'kysely';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../../kernel/pagination/page.ts';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { isUuid } from '../../uuids.ts';
import { CHANGE_COLUMNS, type ChangeRow, changeRow } from '../store/changes.ts';

/** One change; null when there is none. */
export async function changeById(db: Kysely<TenantTables>, id: string): Promise<ChangeRow | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql`select ${CHANGE_COLUMNS} from resolution_change as c where c.id = ${id}::uuid`.execute(db);
  return rows[0] === undefined ? null : changeRow.parse(rows[0]);
}

/** Changes of an entity type, or of one golden record, newest first. @throws BAD_CURSOR */
export async function changes(
  db: Kysely<TenantTables>,
  of: { readonly entity: string } | { readonly golden: string },
  page: Page,
): Promise<ConnectionOf<ChangeRow>> {
  const where = 'entity' in of ? sql`c.entity = ${of.entity}` : sql`c.goldens @> array[${of.golden}::uuid]`;
  const [at, id] = page.after ?? [];
  if (page.after !== null && (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || !isUuid(String(id))))
    throw commonErrors.BAD_CURSOR({});
  const after = page.after === null ? sql`` : sql`and (c.at, c.id) < (${String(at)}::timestamptz, ${String(id)}::uuid)`;
  const { rows } = await sql`select ${CHANGE_COLUMNS} from resolution_change as c where ${where} ${after}
    order by c.at desc, c.id desc limit ${page.limit + 1}`.execute(db);
  const { rows: counted } = await sql<{ n: string }>`select count(*) as n from resolution_change as c where ${where}`.execute(db);
  return connectionFrom(
    page,
    rows.map((row) => changeRow.parse(row)),
    Number(counted[0]?.n ?? 0),
    (row) => [row.at.toISOString(), row.id],
  );
}

/** The latest change after this one, still standing, of the same golden records; null: there is none. */
export async function changedSince(db: Kysely<TenantTables>, change: ChangeRow): Promise<string | null> {
  const goldens = [...new Set([...change.before, ...change.after].map(({ golden }) => golden))];
  const { rows } = await sql<{ id: string }>`select id from resolution_change
    where goldens && ${goldens}::uuid[] and at > ${change.at.toISOString()}::timestamptz and id <> ${change.id}::uuid and undone_at is null and kind <> 'UNDONE'
    order by at desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Says that a change was taken back. */
export async function markUndone(db: Kysely<TenantTables>, id: string, by: string, now: Date): Promise<void> {
  await sql`update resolution_change set undone_at = ${now.toISOString()}::timestamptz, undone_by = ${by}::uuid where id = ${id}::uuid`.execute(
    db,
  );
}
