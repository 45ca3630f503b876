import { APP_LOGIN, SYSTEM_ROLE } from '../../subgraphs/kernel/database/roles.ts';
import type { LoginRole } from './logins.ts';
import { quoteName, quoteText } from './sql/quote.ts';

/** A superuser's connection: PGlite or a `pg.Client`. */
export interface SuperuserConnection {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

/** A login to create; without a password where the gateway checks passwords itself. */
export interface LoginToCreate extends LoginRole {
  readonly password?: string;
}

export interface BootstrapResult {
  /** What could not be had and what that means. Nothing else depends on it. */
  readonly warnings: string[];
}

/** Grants WITH INHERIT/SET options came with this version. */
const VERSION_WITH_GRANT_OPTIONS = 160_000;

/**
 * Functions that run SQL given as text. Through them a client could call set_config with a computed name, which the
 * embedded gateway could not see; nothing of ours uses them.
 */
const FUNCTIONS_THAT_RUN_TEXT = [
  'query_to_xml(text, boolean, boolean, text)',
  'query_to_xmlschema(text, boolean, boolean, text)',
  'query_to_xml_and_xmlschema(text, boolean, boolean, text)',
  'ts_stat(text)',
  'ts_stat(text, text)',
  'ts_rewrite(tsquery, text)',
];

/**
 * Lays the ground in a database, embedded or not: logins, the system role, schema `extensions` with pgvector, and who may
 * create what. To be run by a superuser, connected to the database itself; every step can be repeated.
 * Errors are PostgreSQL's; a missing pgvector is only a warning.
 */
export async function bootstrapRoles(connection: SuperuserConnection, logins: readonly LoginToCreate[]): Promise<BootstrapResult> {
  const version = Number(await value(connection, "select current_setting('server_version_num') as value"));
  const database = quoteName(await value(connection, 'select current_database() as value'));
  const existing = await existingRoles(connection);
  for (const login of logins) for (const sql of createLogin(login, existing, database)) await connection.query(sql);
  if (!existing.has(SYSTEM_ROLE)) await connection.query(`create role ${quoteName(SYSTEM_ROLE)} nologin noinherit`);
  if (logins.some(({ name }) => name === APP_LOGIN)) for (const sql of grantSystemRole(version)) await connection.query(sql);
  for (const sql of closeDoors(database, logins)) await connection.query(sql);
  return { warnings: await createExtensions(connection, database) };
}

async function value(connection: SuperuserConnection, sql: string): Promise<string> {
  const { rows } = await connection.query(sql);
  return String((rows[0] as { value: unknown }).value);
}

async function existingRoles(connection: SuperuserConnection): Promise<Set<string>> {
  const { rows } = await connection.query('select rolname as value from pg_catalog.pg_roles');
  return new Set(rows.map((row) => String((row as { value: unknown }).value)));
}

function createLogin(login: LoginToCreate, existing: ReadonlySet<string>, database: string): string[] {
  const name = quoteName(login.name);
  const verb = existing.has(login.name) ? 'alter' : 'create';
  const password = login.password === undefined ? '' : ` password ${quoteText(login.password)}`;
  const roles = login.createsRoles ? 'createrole' : 'nocreaterole';
  return [
    `${verb} role ${name} login nosuperuser nobypassrls nocreatedb noreplication noinherit ${roles}${password}`,
    // What is generated is wide and short: compiling it takes ten times as long as running it.
    `alter role ${name} set jit = off`,
    ...(login.createsSchemas ? [`grant create on database ${database} to ${name}`, `grant usage on language sql, plpgsql to ${name}`] : []),
    ...(login.createsInPublic ? [`grant create, usage on schema public to ${name}`] : []),
  ];
}

/** The app may become the system role but has none of its rights before. Up to version 15 only the role's own NOINHERIT says so. */
function grantSystemRole(version: number): string[] {
  const options = version >= VERSION_WITH_GRANT_OPTIONS ? ' with inherit false, set true' : '';
  return [`grant ${quoteName(SYSTEM_ROLE)} to ${quoteName(APP_LOGIN)}${options}`];
}

function closeDoors(database: string, logins: readonly LoginToCreate[]): string[] {
  return [
    'revoke create on schema public from public',
    `grant connect on database ${database} to ${logins.map(({ name }) => quoteName(name)).join(', ')}`,
    // Who can write code can compute a SET; the app writes none.
    'revoke usage on language sql, plpgsql from public',
    'revoke update on pg_catalog.pg_settings from public',
    `revoke execute on function ${FUNCTIONS_THAT_RUN_TEXT.map((name) => `pg_catalog.${name}`).join(', ')} from public`,
  ];
}

async function createExtensions(connection: SuperuserConnection, database: string): Promise<string[]> {
  await connection.query('create schema if not exists extensions');
  await connection.query('grant usage on schema extensions to public');
  await connection.query(`alter database ${database} set search_path = public, extensions`);
  const { rows } = await connection.query("select 1 from pg_catalog.pg_available_extensions where name = 'vector'");
  if (rows.length === 0) return ['pgvector is not installed: vector columns are left out and semantic recall is off'];
  await connection.query('create extension if not exists vector schema extensions');
  return [];
}
