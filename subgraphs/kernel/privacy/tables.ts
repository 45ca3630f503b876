import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { tenantSchemaName } from '../tenancy/tenant-names.ts';
import type { PlaceScope } from './place.ts';

const rowSchema = z.object({
  table: z.string(),
  column: z.string(),
  type: z.string(),
  nullable: z.boolean(),
  changeable: z.boolean(),
  erasable: z.boolean(),
  blocks: z.coerce.number(),
});

/** A column that text can stand in. */
export interface TextColumn {
  name: string;
  type: 'TEXT' | 'JSON' | 'NUMBER';
  nullable: boolean;
  /** Whether the app may change it. */
  changeable: boolean;
}

/** A table of the tenant's, or of all tenants', as the database describes it. */
export interface TableShape {
  scope: PlaceScope;
  table: string;
  columns: readonly TextColumn[];
  all: readonly string[];
  /** Whether the app may delete rows. */
  erasable: boolean;
  /** Size in pages of the database, as it last counted; what is written meanwhile comes behind. */
  blocks: number;
}

const KINDS: Readonly<Record<string, TextColumn['type']>> = {
  text: 'TEXT', 'character varying': 'TEXT', character: 'TEXT', citext: 'TEXT', name: 'TEXT', jsonb: 'JSON', json: 'JSON', bigint: 'NUMBER', numeric: 'NUMBER',
}; // prettier-ignore

/** Every table with rows of the tenant in it: those of its schema, and the platform's with a tenant's id. */
export async function tenantTables(unit: UnitOfWork): Promise<TableShape[]> {
  const { rows } = await sql`
    select c.relname as "table", n.nspname = 'public' as platform, a.attname as "column", format_type(a.atttypid, null) as type,
           not a.attnotnull as nullable, pg_relation_size(c.oid) / current_setting('block_size')::int as blocks,
           n.nspname <> 'public' or has_column_privilege(c.oid, a.attnum, 'UPDATE') as changeable,
           n.nspname <> 'public' or has_table_privilege(c.oid, 'DELETE') as erasable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and (n.nspname = ${tenantSchemaName(unit.tenantId)} or (n.nspname = 'public' and exists (
      select 1 from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped)))
    order by platform, c.relname collate "C", a.attnum`.execute(unit.sql);
  const shapes = new Map<string, TableShape & { columns: TextColumn[]; all: string[] }>();
  for (const row of rows) {
    const { table, column, type, nullable, changeable, ...shape } = rowSchema.extend({ platform: z.boolean() }).parse(row);
    const scope = shape.platform ? 'PLATFORM' : 'TENANT';
    const { erasable, blocks } = shape;
    const known = shapes.get(`${scope} ${table}`) ?? { scope, table, columns: [], all: [], erasable, blocks };
    shapes.set(`${scope} ${table}`, known);
    known.all.push(column);
    const kind = KINDS[type];
    if (kind !== undefined) known.columns.push({ name: column, type: kind, nullable, changeable });
  }
  return [...shapes.values()].filter(({ columns }) => columns.length > 0);
}
