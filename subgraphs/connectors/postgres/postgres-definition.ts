import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import { type Descriptor, formField } from '../kit/descriptor.ts';
import { locationOf, readDatabaseUrl } from './address.ts';
import { type DatabaseSettings, createPostgresConnector, tryDatabase } from './postgres-connector.ts';

const MAX_SCHEMAS = 100;

const descriptor: Descriptor = {
  kind: 'POSTGRES',
  label: 'PostgreSQL',
  description: 'A PostgreSQL database, Supabase’s too: its tables and views.',
  category: 'DATABASE',
  verified: true,
  verification: 'Run against PostgreSQL 15.',
  form: [
    formField({ name: 'url', label: 'Address', help: 'postgres://user@host:port/database, optionally with ?sslmode=disable, prefer (the default), require, verify-ca, verify-full or no-verify.', where: 'Supabase: Project Settings → Database → Connection string.' }),
    formField({ name: 'password', label: 'Password', kind: 'SECRET', required: false, help: 'Of the login in the address.' }),
    formField({ name: 'schemas', label: 'Schemas', required: false, help: 'Only these schemas, separated by commas; all that the login may read when left out.' }),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
}; // prettier-ignore

/** PostgreSQL databases, as one of the kinds of sources. */
export function postgresDefinition(system: System): ConnectorDefinition {
  return {
    descriptor,
    connector: createPostgresConnector(system),
    draft({ url = '', password, schemas = '' }) {
      try {
        const database = readDatabaseUrl(url);
        const only = [...new Set(schemas.split(',').map((name) => name.trim()))].filter((name) => name !== '').slice(0, MAX_SCHEMAS);
        const settings: DatabaseSettings = { sslMode: database.sslMode, schemas: only.length === 0 ? null : only };
        return { location: locationOf(database), secret: password ?? database.password, settings, name: database.database };
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
