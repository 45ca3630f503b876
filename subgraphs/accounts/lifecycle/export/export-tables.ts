import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { isSecretName } from '../../../kernel/audit/shown-fields.ts';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { tenantSchemaName } from '../../../kernel/tenancy/tenant-names.ts';

/** One table of an export. */
export interface ExportTable {
  /** PLATFORM: rows among those of other tenants; DATA: the tenant's own schema. */
  place: 'PLATFORM' | 'DATA';
  name: string;
  columns: readonly string[];
  /** What its rows are ordered by, with their types. */
  key: readonly { name: string; type: string }[];
  /** Columns that open something: their values stay here. */
  leftOut: readonly string[];
}

/** Tables of the platform that are not in an export, each with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  outbox_entry: 'the event log; what happened is in the journal, the audit trail and the runs',
  outbox_low_water: 'how far the event log was cut',
  event_delivery: 'how events were handed over',
  idempotency_record: 'replies kept for repeats, sealed',
  log_in_link: 'codes that log somebody in',
  password_reset: 'codes that log somebody in',
  recovery_code: 'codes that log somebody in',
  user_session: 'tokens that log somebody in',
  second_factor: 'secrets of second factors',
  personal_data_key: 'keys of pseudonyms',
  data_pseudonym_key: 'keys of pseudonyms',
  erased_identifier: 'digests of people who were forgotten',
  tenant_export: 'exports themselves',
  tenant_export_part: 'exports themselves',
  person_export_part: 'exports themselves',
  tenant_closure: 'closures',
};

/** Named like something that opens something, and harmless. */
const HARMLESS = new Set(['key', 'code']);
const KEYS_PER_TABLE = 8;

const tablesSchema = z.array(
  z.object({
    name: z.string(),
    columns: z.array(z.object({ name: z.string(), type: z.string() })),
    key: z.array(z.object({ name: z.string(), type: z.string() })).max(KEYS_PER_TABLE),
  }),
);

/** Every table that holds something of the tenant, by the catalogue of the database, those of the platform first. */
export async function exportTables(unit: UnitOfWork): Promise<ExportTable[]> {
  const platform = await tablesIn(
    unit,
    sql`c.relnamespace = 'public'::regnamespace and has_table_privilege(c.oid, 'SELECT')
      and (c.relname = 'tenant' or exists (
        select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'tenant_id' and not o.attisdropped))`,
  );
  const data = await tablesIn(
    unit,
    sql`c.relnamespace = (select oid from pg_namespace where nspname = ${tenantSchemaName(unit.tenantId)})`,
  );
  return [
    ...platform.filter(({ name }) => !(name in LEFT_OUT)).map((table) => readTable('PLATFORM', table)),
    ...data.map((table) => readTable('DATA', table)),
  ];
}

async function tablesIn(unit: UnitOfWork, where: RawBuilder<unknown>) {
  const described = sql`jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))`;
  const { rows } = await sql`
    select c.relname as name,
      (select jsonb_agg(${described} order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select jsonb_agg(${described} order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary), '[]') as key
    from pg_class c where c.relkind in ('r', 'p') and ${where} order by c.relname`.execute(unit.sql);
  return tablesSchema.parse(rows);
}

function readTable(place: ExportTable['place'], { name, columns, key }: z.infer<typeof tablesSchema>[number]): ExportTable {
  const secret = ({ name: column, type }: { name: string; type: string }): boolean =>
    place === 'PLATFORM' && (type === 'bytea' || (isSecretName(column) && !HARMLESS.has(column)));
  return {
    place,
    name,
    columns: columns.filter((column) => !secret(column)).map((column) => column.name),
    key: key.length > 0 ? key : [{ name: 'ctid', type: 'tid' }],
    leftOut: columns.filter(secret).map((column) => column.name),
  };
}
