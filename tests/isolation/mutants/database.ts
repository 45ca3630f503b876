import type { Client } from 'pg';
import { tenantTables } from '../catalogue.ts';

/** The database with one of its guards gone. */
export interface DatabaseMutant {
  name: string;
  /** Takes the guard away. */
  sql: string;
}

const columnOf = (table: string): string => (table === 'tenant' ? 'id' : 'tenant_id');

/** What keeps tenants apart on each of their tables: every one of these is taken away once, alone. */
const OF_A_TABLE: readonly ((table: string) => DatabaseMutant)[] = [
  (table) => ({ name: `${table}: its tenant’s policy is dropped`, sql: `drop policy ${table}_tenant on ${table}` }),
  (table) => ({ name: `${table}: its policy lets everything be read`, sql: `alter policy ${table}_tenant on ${table} using (true)` }),
  (table) => ({
    name: `${table}: its policy lets everything be written`,
    sql: `alter policy ${table}_tenant on ${table} with check (true)`,
  }),
  (table) => ({
    name: `${table}: its policy lets others’ rows in beside its own`,
    sql: `alter policy ${table}_tenant on ${table} using (true or ${columnOf(table)} = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
  }),
  (table) => ({ name: `${table}: another policy lets everybody in`, sql: `create policy everybody on ${table} using (true)` }),
  (table) => ({
    name: `${table}: another policy lets others’ rows in beside its own`,
    sql: `create policy beside on ${table} for select using (true or ${columnOf(table)} = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
  }),
  (table) => ({ name: `${table}: row-level security is off`, sql: `alter table ${table} disable row level security` }),
  (table) => ({ name: `${table}: row-level security spares its owner`, sql: `alter table ${table} no force row level security` }),
  (table) => ({ name: `${table}: the app owns it`, sql: `alter table ${table} owner to autonomos_app` }),
  (table) => ({ name: `${table}: the app may truncate it`, sql: `grant truncate on ${table} to autonomos_app` }),
];

const OF_THE_LOGINS: readonly DatabaseMutant[] = [
  { name: 'the app goes around row-level security', sql: 'alter role autonomos_app bypassrls' },
  { name: 'the app is a superuser', sql: 'alter role autonomos_app superuser' },
  { name: 'the app makes roles', sql: 'alter role autonomos_app createrole' },
  { name: 'the app is the migrator too', sql: 'grant autonomos_migrator to autonomos_app' },
  { name: 'the app is the provisioner too', sql: 'grant autonomos_provisioner to autonomos_app' },
  { name: 'the migrator goes around row-level security', sql: 'alter role autonomos_migrator bypassrls' },
  { name: 'the provisioner is a superuser', sql: 'alter role autonomos_provisioner superuser' },
  { name: 'the app makes tables in public', sql: 'grant create on schema public to autonomos_app' },
  { name: 'a view reads with its owner’s rights', sql: 'create view everybody as select * from outbox_entry' },
  {
    name: 'a function runs with its owner’s rights',
    sql: `create function everybody() returns bigint language sql security definer as 'select count(*) from outbox_entry'`,
  },
  { name: 'a table of tenants without a tenant', sql: 'create table stray (id uuid primary key, note text)' },
];

/** Between two tenants with these roles, which are the names of their schemas too. */
const betweenTenants = (one: string, other: string): DatabaseMutant[] => [
  { name: 'a tenant’s role is in another’s', sql: `grant ${other} to ${one}` },
  { name: 'a tenant’s role reaches another’s schema', sql: `grant usage on schema ${other} to ${one}` },
  { name: 'a tenant’s role reads platform tables', sql: `grant select on outbox_entry to ${one}` },
  { name: 'a tenant’s role logs in', sql: `alter role ${one} login` },
];

/** Every mutant of the database as it is. */
export async function databaseMutants(client: Client, tenants: readonly [one: string, other: string]): Promise<DatabaseMutant[]> {
  const tables = await tenantTables(client);
  return [...tables.flatMap((table) => OF_A_TABLE.map((mutant) => mutant(table))), ...OF_THE_LOGINS, ...betweenTenants(...tenants)];
}

/** Looks at the database with the guard gone, and puts it back. */
export async function withMutant<T>(client: Client, { sql }: DatabaseMutant, look: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query(sql);
    return await look();
  } finally {
    await client.query('rollback');
  }
}
