import type { Client, QueryResultRow } from 'pg';

/** Something that has to hold for the database as it is. */
export interface CatalogueCheck {
  /** What holds, as a sentence. */
  name: string;
  /** Where it does not, a line each; empty: it holds. */
  faults: (client: Client) => Promise<string[]>;
}

/** Tables no tenant owns a row of, each with the reason. Everything else carries tenant_id. */
const WITHOUT_A_TENANT: Readonly<Record<string, string>> = {
  migration: 'which migrations have run; the app cannot read it',
  event_subscription: 'which consumer follows which topic; nothing of anybody in it',
  relay_lease: 'one row that says who numbers events; nothing of anybody in it',
  relay_publication: 'one row that says how far the log has been published; nothing of anybody in it',
  attempt_count: 'how often log-ins were tried, before anybody is known; digests under the server’s key, nobody’s name',
  tenant: 'is the tenant: its id takes the place of tenant_id, under the same policy',
};

/** Policies by which one row is found by a secret its reader holds, each with the setting that carries it. */
const BY_SECRET: readonly string[] = ['api_key_by_prefix', 'log_in_link_by_code', 'tenant_closure_by_receipt', 'user_account_log_in'];

/** Unique over all tenants on purpose: they name somebody to the whole product. Beside them, ids are random, and a hash is of a secret. */
const GLOBAL_KEYS: ReadonlySet<string> = new Set(['api_key_prefix_key', 'user_account_email_key', 'tenant_slug_key']);
const RANDOM = /(^|_)(id|hash|sequence)$/;

const TABLES = `select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity,
  (select attnum from pg_attribute a where a.attrelid = c.oid and not attisdropped
    and attname = case c.relname when 'tenant' then 'id' else 'tenant_id' end) as tenant_column
  from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
const OWNED = `(${TABLES}) t where tenant_column is not null`;
/** The whole of a tenant's condition, as PostgreSQL writes it down; whatever stands beside it would let more through. */
const MINE = String.raw`^\(\w+ = \( SELECT \(NULLIF\(current_setting\(''app\.tenant_id''::text, true\), ''''::text\)\)::uuid( AS "?\w+"?)?\)\)$`;
const LOGINS = `'autonomos_app', 'autonomos_migrator', 'autonomos_provisioner', 'autonomos_system'`;
const TENANT_ROLE = '^t_[0-9a-f]{32}$';

const rowsOf = async <Row extends QueryResultRow>(client: Client, query: string): Promise<Row[]> => (await client.query<Row>(query)).rows;

/** Names that a query gives in its column `name`: each is a fault. */
const naming =
  (query: string): CatalogueCheck['faults'] =>
  async (client) =>
    (await rowsOf<{ name: string }>(client, query)).map(({ name }) => name).toSorted();

/** What stands in one of the two only. */
const differing = (one: readonly string[], other: readonly string[]): string[] => [
  ...one.filter((each) => !other.includes(each)),
  ...other.filter((each) => !one.includes(each)),
];

/** Every tenant table there is. */
export const tenantTables = naming(`select name from ${OWNED}`);

export const CATALOGUE_CHECKS: readonly CatalogueCheck[] = [
  {
    name: 'every table carries its tenant, but for a short list with reasons',
    async faults(client) {
      const without = await naming(`select name from (${TABLES}) t where tenant_column is null or name = 'tenant'`)(client);
      return differing(without, Object.keys(WITHOUT_A_TENANT));
    },
  },
  {
    name: 'tenant_id is never null and always a uuid',
    faults: naming(`select name from ${OWNED} and not exists (select 1 from pg_attribute a
      where a.attrelid = t.oid and a.attnum = t.tenant_column and attnotnull and atttypid = 'uuid'::regtype)`),
  },
  {
    name: 'every tenant table is under row-level security that holds for its owner too',
    faults: naming(`select name from ${OWNED} and not (relrowsecurity and relforcerowsecurity)`),
  },
  {
    name: 'every tenant table has a policy that lets its tenant’s rows through, for reading and writing',
    faults: naming(`select name from ${OWNED} and not exists (select 1 from pg_policies p
      where schemaname = 'public' and tablename = t.name and cmd = 'ALL' and roles = '{public}'
        and qual ~ '${MINE}' and with_check ~ '${MINE}')`),
  },
  {
    name: 'every other policy is the system role’s, or lets one row be found by a secret the caller holds',
    async faults(client) {
      const others = await rowsOf<{ policyname: string; cmd: string; qual: string | null }>(
        client,
        `select policyname, cmd, qual from pg_policies where schemaname = 'public' and roles <> '{autonomos_system}'
          and coalesce(qual, with_check, '') !~ '${MINE}' order by 1`,
      );
      const unknown = differing(
        others.map(({ policyname }) => policyname),
        BY_SECRET,
      );
      const wide = others.filter(({ cmd, qual }) => cmd !== 'SELECT' || !/current_setting\('app\.\w+'/.test(qual ?? ''));
      return [...unknown, ...wide.map(({ policyname }) => `${policyname} lets more be done than finding one row`)];
    },
  },
  {
    name: 'every tenant table has an index that starts with the tenant',
    faults: naming(`select name from ${OWNED} and not exists (select 1 from pg_index i
      where i.indrelid = t.oid and indpred is null and indkey[0] = t.tenant_column)`),
  },
  {
    name: 'a unique constraint over what a tenant chooses holds within the tenant: others’ values cannot be felt for',
    async faults(client) {
      const wide = await rowsOf<{ name: string; columns: string[] }>(
        client,
        `select i.indexrelid::regclass::text as name,
            array(select attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey) order by 1) as columns
          from pg_index i join (select * from ${OWNED}) t on t.oid = i.indrelid
          where indisunique and not (t.tenant_column = any(i.indkey))`,
      );
      return wide
        .filter(({ name, columns }) => !GLOBAL_KEYS.has(name) && !columns.some((column) => RANDOM.test(column)))
        .map(({ name }) => name);
    },
  },
  {
    name: 'the app’s login owns nothing',
    faults: naming(
      ['pg_class.relowner', 'pg_proc.proowner', 'pg_namespace.nspowner', 'pg_type.typowner', 'pg_database.datdba']
        .map((column) => column.split('.') as [string, string])
        .map(([table, owner]) => `select '${table}' as name from ${table} where ${owner} = 'autonomos_app'::regrole`)
        .join(' union '),
    ),
  },
  {
    name: 'no login is a superuser or goes around row-level security, and the app’s makes no roles or databases',
    faults: naming(`select rolname as name from pg_roles where rolname in (${LOGINS}) and (rolsuper or rolbypassrls or rolreplication)
      or rolname = 'autonomos_app' and (rolcreaterole or rolcreatedb)`),
  },
  {
    name: 'the app’s login is in no role but the system’s and tenants’',
    faults: naming(`select roleid::regrole::text as name from pg_auth_members where member = 'autonomos_app'::regrole
      and roleid::regrole::text !~ '${TENANT_ROLE}' and roleid <> 'autonomos_system'::regrole`),
  },
  {
    name: 'a tenant’s role logs in to nothing, is in no other role, and reaches no schema but its own',
    faults: naming(`select r.rolname as name from pg_roles r where r.rolname ~ '${TENANT_ROLE}' and (
        r.rolcanlogin or r.rolsuper or r.rolbypassrls
        or exists (select 1 from pg_auth_members m where m.member = r.oid)
        or exists (select 1 from pg_namespace n where n.nspname ~ '${TENANT_ROLE}' and n.nspname <> r.rolname
          and has_schema_privilege(r.oid, n.oid, 'usage'))
        or exists (select 1 from (${TABLES}) t where has_table_privilege(r.oid, t.oid, 'select, insert, update, delete')))`),
  },
  {
    name: 'the app may not truncate, refer to, or put triggers on platform tables, nor make anything in public',
    faults: naming(`select name from (${TABLES}) t where has_table_privilege('autonomos_app', oid, 'truncate, references, trigger')
      union select 'public' where has_schema_privilege('autonomos_app', 'public', 'create')`),
  },
  {
    name: 'no view reads with its owner’s rights',
    faults: naming(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and not coalesce('security_invoker=true' = any(reloptions), false)`),
  },
  {
    name: 'no function runs with its owner’s rights unseen',
    faults: naming(`select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`),
  },
];

/** Everything that does not hold, a line each. */
export async function catalogueFaults(client: Client): Promise<string[]> {
  const faults: string[] = [];
  for (const check of CATALOGUE_CHECKS) faults.push(...(await check.faults(client)).map((fault) => `${check.name}: ${fault}`));
  return faults;
}
