import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import { type Descriptor, formField } from '../kit/descriptor.ts';
import { locationOf, readDatabaseUrl } from './address.ts';
import { createPostgresConnector, tryDatabase } from './postgres-connector.ts';
import { type DatabaseSettings, databaseSettingsSchema } from './settings.ts';

const MAX_SCHEMAS = 100;
/** What Supabase keeps for itself in a project's database. */
const OF_SUPABASE = ['auth', 'storage', 'realtime', '_realtime', 'vault', 'extensions', 'graphql', 'graphql_public', 'pgbouncer', 'pgsodium', 'pgsodium_masks', 'supabase_functions', 'supabase_migrations', '_analytics', '_supavisor', 'net', 'cron']; // prettier-ignore

const FORM = [
  formField({ name: 'url', label: 'Address', help: 'postgres://user@host:port/database, optionally with ?sslmode=disable, prefer (the default), require, verify-ca, verify-full or no-verify.', where: 'What psql is given to connect.' }),
  formField({ name: 'password', label: 'Password', kind: 'SECRET', required: false, help: 'Of the login in the address.' }),
  formField({ name: 'schemas', label: 'Schemas', required: false, help: 'Only these schemas, separated by commas; all that the login may read when left out.' }),
  formField({ name: 'mode', label: 'Changes', kind: 'CHOICE', required: false, fallback: 'auto', help: 'How later syncs find what changed. Replication makes a publication and a slot at the source; the others leave nothing there.', choices: [
    { value: 'auto', label: 'The best way that leaves nothing at the source' },
    { value: 'incremental', label: 'By what is newer' },
    { value: 'replication', label: 'Logical replication' },
    { value: 'full', label: 'Everything, every time' },
  ] }),
] as const; // prettier-ignore

const capabilities: Descriptor['capabilities'] = { incremental: true, deletes: true, schedules: true, live: false };

const postgres: Descriptor = {
  kind: 'POSTGRES',
  label: 'PostgreSQL',
  description: 'A PostgreSQL database: its tables and views.',
  category: 'DATABASE',
  verified: true,
  verification: 'Run against PostgreSQL 15.',
  form: FORM,
  capabilities,
};

const supabase: Descriptor = {
  kind: 'SUPABASE',
  label: 'Supabase',
  description: 'The database of a Supabase project: your own tables and views; what Supabase keeps for itself is left out.',
  category: 'DATABASE',
  verified: false,
  verification: 'The connector of PostgreSQL, run against PostgreSQL 15; never against a project of Supabase.',
  form: FORM.map((field) =>
    field.name === 'url'
      ? { ...field, help: 'The connection string of the session pooler (port 5432), or of the database itself where IPv6 reaches it. It is always encrypted.', where: 'Supabase: Connect → Connection string → Session pooler.' }
      : field,
  ),
  capabilities,
}; // prettier-ignore

/** PostgreSQL databases, as one of the kinds of sources. */
export const postgresDefinition = (system: System): ConnectorDefinition => definitionOf(system, postgres, 'POSTGRES');

/** Projects of Supabase: the same, with what holds there. */
export const supabaseDefinition = (system: System): ConnectorDefinition => definitionOf(system, supabase, 'SUPABASE');

function definitionOf(system: System, descriptor: Descriptor, kind: 'POSTGRES' | 'SUPABASE'): ConnectorDefinition {
  return {
    descriptor,
    connector: createPostgresConnector(system, kind),
    draft({ url = '', password, schemas = '', mode }) {
      try {
        const database = readDatabaseUrl(url);
        const only = [...new Set(schemas.split(',').map((name) => name.trim()))].filter((name) => name !== '').slice(0, MAX_SCHEMAS);
        const isSupabase = kind === 'SUPABASE';
        const settings: DatabaseSettings = databaseSettingsSchema.parse({
          // A project's certificate is signed by an authority of its own: it is encrypted all the same.
          sslMode: isSupabase && database.sslMode === 'prefer' ? 'no-verify' : database.sslMode,
          schemas: only.length === 0 ? null : only,
          mode,
          without: isSupabase && only.length === 0 ? OF_SUPABASE : [],
        });
        return {
          location: locationOf(database),
          secret: password ?? database.password,
          settings,
          name: isSupabase ? 'Supabase' : database.database,
        };
      } catch (error) {
        if (error instanceof DomainError) return [inputProblem(error, 'url')];
        throw error;
      }
    },
    async attempt(source) {
      await tryDatabase(system, source);
      return [];
    },
    fieldOf: () => 'url',
  };
}
