import { extname } from 'node:path';
import { z } from 'zod';
import { assertAllowedAddress, outboundRules } from '../../kernel/outbound/allowed-address.ts';
import type { System } from '../../kernel/system.ts';
import type { Connector, ReadOptions, SourceRef, TableToRead } from '../kit/connector.ts';
import { kitErrors } from '../kit/kit.errors.ts';
import { readDatabaseUrl, sslModeSchema } from './address.ts';
import type { Discovery, DiscoveryInput } from './discover.ts';
import { domainErrorOf, failureOf } from './failures.ts';
import type { LandedRows, LandingInput } from './land.ts';
import { readKeys, readPages } from './pages.ts';
import { type SourceSession, type Target, openSession } from './session.ts';
import { tablePlanSchema } from './sql.ts';

const extension = extname(import.meta.url);
const DISCOVER = new URL(`./discover.worker${extension}`, import.meta.url);
const LAND = new URL(`./land.worker${extension}`, import.meta.url);

/** What a connection to a database keeps besides location and password. */
export const databaseSettingsSchema = z.object({ sslMode: sslModeSchema, schemas: z.array(z.string()).min(1).nullable() });
export type DatabaseSettings = z.infer<typeof databaseSettingsSchema>;

/** PostgreSQL databases by URL. Profiling and normalising happen in worker threads. */
export function createPostgresConnector(system: System): Connector {
  const land = (input: LandingInput, signal: AbortSignal): Promise<LandedRows> =>
    system.workers.run<LandingInput, LandedRows>(LAND, input, { signal });
  return {
    kind: 'POSTGRES',
    async discover(source, { signal, known = new Map() }) {
      const { schemas } = databaseSettingsSchema.parse(source.settings);
      const target = await targetOf(system, source);
      const found = await system.workers.run<DiscoveryInput, Discovery>(DISCOVER, { target, schemas, known }, { signal });
      if (found.kind === 'FAILED') throw domainErrorOf(found.failure);
      return found.objects;
    },
    async *pages(source, table, options) {
      const plan = tablePlanSchema.parse(table.plan);
      const { key, from, since } = table;
      yield* withSession(system, source, table, options, (session) =>
        readPages(session, { plan, key, from, since, land: (input) => land({ ...input, screening: table.screening }, options.signal) }),
      );
    },
    async *keys(source, table, options) {
      const plan = tablePlanSchema.parse(table.plan);
      if (table.key === null || plan.paged === null) return;
      const { key } = table;
      yield* withSession(system, source, table, options, (session) => readKeys(session, plan, key));
    },
  };
}

/** Logs in and out again. @throws DomainError that says why it cannot */
export async function tryDatabase(system: System, source: SourceRef): Promise<void> {
  const target = await targetOf(system, source);
  let connected = false;
  try {
    await using session = await openSession(target);
    connected = true;
    await session.read(({ rows }) => rows('select 1'));
  } catch (error) {
    const failure = failureOf(error, target, connected);
    if (failure === null) throw error;
    throw domainErrorOf(failure, error);
  }
}

async function* withSession<Item>(
  system: System,
  source: SourceRef,
  table: TableToRead,
  { signal }: ReadOptions,
  read: (session: SourceSession) => AsyncGenerator<Item>,
): AsyncGenerator<Item> {
  const target = await targetOf(system, source);
  let connected = false;
  try {
    await using session = await openSession(target, signal);
    connected = true;
    for await (const item of read(session)) {
      signal.throwIfAborted();
      yield item;
    }
  } catch (error) {
    if (isGone(error)) throw kitErrors.TABLE_GONE({ table: table.path }, { cause: error });
    const failure = failureOf(error, target, connected);
    if (failure === null) throw error;
    throw domainErrorOf(failure, error);
  }
}

/** The table, its schema or one of its columns is not there any more. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '3F000' || error.code === '42703');

async function targetOf(system: System, { location, secret, settings }: SourceRef): Promise<Target> {
  const { sslMode } = databaseSettingsSchema.parse(settings);
  const database = readDatabaseUrl(location);
  const { address } = await assertAllowedAddress(database.host, outboundRules(system));
  return { ...database, password: secret, sslMode, address };
}
