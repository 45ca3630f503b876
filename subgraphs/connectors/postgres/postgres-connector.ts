import { extname } from 'node:path';
import type { System } from '../../kernel/system.ts';
import type { Connector, ReadOptions, SourceRef, TableToRead } from '../kit/connector.ts';
import { kitErrors } from '../kit/kit.errors.ts';
import type { Discovery, DiscoveryInput } from './discover.ts';
import { domainErrorOf, failureOf } from './failures.ts';
import type { LandedRows, LandingInput } from './land.ts';
import { readKeys, readPages } from './pages.ts';
import { type SourceSession, openSession } from './session.ts';
import { SlotAdvance } from './replication/advance.ts';
import { releaseReplication } from './replication/release.ts';
import { slotNameOf } from './replication/slot.ts';
import { databaseSettingsSchema } from './settings.ts';
import { tablePlanSchema } from './sql.ts';
import { targetOf } from './target.ts';

const extension = extname(import.meta.url);
const DISCOVER = new URL(`./discover.worker${extension}`, import.meta.url);
const LAND = new URL(`./land.worker${extension}`, import.meta.url);

/** PostgreSQL databases by URL. Profiling and normalising happen in worker threads. */
export function createPostgresConnector(system: System, kind: 'POSTGRES' | 'SUPABASE' = 'POSTGRES'): Connector {
  const advance = new SlotAdvance();
  const land = (input: LandingInput, signal: AbortSignal): Promise<LandedRows> =>
    system.workers.run<LandingInput, LandedRows>(LAND, input, { signal });
  return {
    kind,
    async discover(source, { signal, known = new Map() }) {
      const { schemas, mode, without } = databaseSettingsSchema.parse(source.settings);
      const connectionId = source.owner?.connectionId ?? null;
      const slot = mode === 'replication' && connectionId !== null ? slotNameOf(connectionId) : null;
      const target = await targetOf(system, source);
      const found = await system.workers.run<DiscoveryInput, Discovery>(
        DISCOVER,
        { target, schemas, known, slot, without, complete: mode === 'full' },
        { signal },
      );
      if (found.kind === 'FAILED') throw domainErrorOf(found.failure);
      if (slot !== null)
        advance.expect(
          slot,
          found.objects.filter((one) => one.found.kind === 'TABLE' && tablePlanSchema.parse(one.found.plan).replication !== null).length,
        );
      return found.objects;
    },
    async *pages(source, table, options) {
      const plan = tablePlanSchema.parse(table.plan);
      const { key, from, since } = table;
      yield* withSession(system, source, table, options, async function* (session) {
        await advance.heard(session, plan, since).catch(() => undefined);
        yield* readPages(session, {
          plan,
          key,
          from,
          since,
          land: (input) => land({ ...input, screening: table.screening }, options.signal),
        });
      });
    },
    async *keys(source, table, options) {
      const plan = tablePlanSchema.parse(table.plan);
      if (table.key === null || plan.paged === null) return;
      const { key } = table;
      yield* withSession(system, source, table, options, (session) => readKeys(session, plan, key));
    },
    release: (source) => releaseReplication(system, source),
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
