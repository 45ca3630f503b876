import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { UnitOfWork } from '../database/unit-of-work.ts';

/** Ids whose owner is remembered. */
const MAX_KNOWN = 50_000;
const namesSchema = z.array(z.object({ name: z.string() }));
const idsSchema = z.array(z.object({ id: z.string() }));

/** Which ids are the tenant's own: only they are journalled. Whoever tries others' ids finds none of them in the journal. */
export class OwnIds {
  private readonly known = new LRUCache<string, true>({ max: MAX_KNOWN });
  private tables: Promise<string[]> | null = null;

  /** Those of the ids that name a row of the tenant, under its row-level security. */
  async of(unit: UnitOfWork, ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const { tenantId } = unit;
    const unknown = [...ids].filter((id) => !this.known.has(`${tenantId} ${id}`));
    if (unknown.length > 0) {
      this.tables ??= tablesWithIds(unit);
      const tables = await this.tables.catch((error: unknown) => {
        this.tables = null;
        throw error;
      });
      const wanted = sql`select value::uuid from jsonb_array_elements_text(${JSON.stringify(unknown)}::jsonb)`;
      const each = tables.map((name) =>
        name === 'tenant'
          ? sql`select id from tenant where id = ${tenantId}::uuid and id in (${wanted})`
          : sql`select id from ${sql.id(name)} where tenant_id = ${tenantId}::uuid and id in (${wanted})`,
      );
      const { rows } = await sql`${sql.join(each, sql` union `)}`.execute(unit.sql);
      for (const { id } of idsSchema.parse(rows)) this.known.set(`${tenantId} ${id}`, true);
    }
    return new Set([...ids].filter((id) => this.known.has(`${tenantId} ${id}`)));
  }
}

/** Tables of which a row is named by an `id` that is a UUID, and that this process may read. */
async function tablesWithIds(unit: UnitOfWork): Promise<string[]> {
  const { rows } = await sql`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.column_name = 'id' and c.data_type = 'uuid'
      and has_table_privilege(format('%I.%I', c.table_schema, c.table_name), 'SELECT')
      and c.table_name not in ('outbox_entry', 'journal_request', 'journal_entry', 'audit_entry')
      and (c.table_name = 'tenant' or exists (select 1 from information_schema.columns o
        where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'tenant_id'))
    order by 1`.execute(unit.sql);
  return namesSchema.parse(rows).map(({ name }) => name);
}
