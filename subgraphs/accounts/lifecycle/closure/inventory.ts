import { sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../../kernel/system.ts';
import { countTenantFiles } from '../../../kernel/tenancy/tenant-files.ts';
import { tenantSchemaName } from '../../../kernel/tenancy/tenant-names.ts';

/** How many there are of everything of a tenant, by the catalogue of the database; what there is none of is left out. */
export type Inventory = Readonly<Record<string, number>>;

/** What stays: it is the proof. */
const KEPT = 'tenant_closure';
const namesSchema = z.array(z.object({ name: z.string(), place: z.enum(['public', 'data']) }));
const countsSchema = z.array(z.object({ name: z.string(), n: z.coerce.number() }));

export async function takeInventory({ database, config, cache }: System, tenantId: string): Promise<Inventory> {
  const schema = tenantSchemaName(tenantId);
  const rows = await database.unitOfWork(tenantId, async (unit) => {
    const { rows: found } = await sql`
      select c.relname as name, case when c.relnamespace = 'public'::regnamespace then 'public' else 'data' end as place
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and (n.nspname = ${schema} or (n.nspname = 'public' and c.relname <> ${KEPT}
        and has_table_privilege(c.oid, 'SELECT')
        and (c.relname = 'tenant' or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))))
      order by 2 desc, 1`.execute(unit.sql);
    const tables = namesSchema.parse(found);
    const counted: z.infer<typeof countsSchema> = [];
    for (const { name, place } of tables) {
      const mine = place === 'data' ? sql`true` : sql`${sql.id(name === 'tenant' ? 'id' : 'tenant_id')} = ${tenantId}::uuid`;
      const query = sql`select ${place === 'data' ? `data.${name}` : name} as name, count(*) as n from ${sql.id(name)} where ${mine}`;
      const { rows: count } = place === 'data' ? await unit.asTenant((db) => query.execute(db)) : await query.execute(unit.sql);
      counted.push(...countsSchema.parse(count));
    }
    const { rows: catalogue } = await sql`
      select 'schemas of the database' as name, count(*) as n from pg_namespace where nspname = ${schema}
      union all select 'roles of the database', count(*) from pg_roles where rolname = ${schema}`.execute(unit.sql);
    return [...counted, ...countsSchema.parse(catalogue)];
  });
  const outside = [
    { name: 'uploaded files', n: await countTenantFiles(config.dataFolder, tenantId) },
    { name: 'cached values', n: await cache.count(tenantId) },
  ];
  return Object.fromEntries([...rows, ...outside].filter(({ n }) => n > 0).map(({ name, n }) => [name, n]));
}
