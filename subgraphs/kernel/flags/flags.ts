import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { EventTail } from '../events/event-tail.ts';
import type { Logger } from '../telemetry/logger.ts';
import { FLAGS, flagOf, type FlagKey } from './flag-table.ts';
import { flagErrors } from './flags.errors.ts';

const RETRY_MS = 5_000;
const rowsSchema = z.array(z.object({ tenant_id: z.string(), key: z.string(), enabled: z.boolean() }));

/** What each tenant has switched on or off, as this process knows it; asked in memory. */
export interface Flags {
  /** Never fails: what is not known is as the table says. */
  isOn(tenantId: string, key: FlagKey): boolean;
  /** @throws FEATURE_OFF */
  require(tenantId: string, key: FlagKey): void;
  close(): void;
}

interface Override {
  /** null: as the table says. */
  enabled: boolean | null;
  /** Of the event that said so; 0: it stood in the table. */
  sequence: number;
}

/** Reads what tenants have switched, and hears of every change from then on. While it cannot be read, everything is as the table of flags says. */
export async function openFlags({ database, events, logger, clock }: FlagOptions): Promise<Flags> {
  const overrides = new Map<string, Override>();
  const learn = (tenantId: string, key: string, override: Override): void => {
    if (flagOf(key) === null) return;
    const name = `${tenantId} ${key}`;
    if ((overrides.get(name)?.sequence ?? -1) < override.sequence) overrides.set(name, override);
  };
  const closing = new AbortController();
  const since = clock();
  const stop = await events.watch(
    ['accounts.feature-flag-changed'],
    ({ tenantId, sequence, payload }) => {
      if ('key' in payload && 'enabled' in payload) learn(tenantId, payload.key, { enabled: payload.enabled, sequence });
    },
    since,
  );
  const load = async (): Promise<void> => {
    const rows = await database.systemWork(async (db) =>
      rowsSchema.parse((await sql`select tenant_id, key, enabled from feature_flag`.execute(db)).rows),
    );
    for (const { tenant_id, key, enabled } of rows) learn(tenant_id, key, { enabled, sequence: 0 });
  };
  const loadInTheEnd = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        return await load();
      } catch (error) {
        logger.warn({ err: error }, 'feature flags cannot be read; all are as they are by default');
        await wait(RETRY_MS, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  };
  await load().catch(() => void loadInTheEnd());
  const isOn = (tenantId: string, key: FlagKey): boolean => overrides.get(`${tenantId} ${key}`)?.enabled ?? FLAGS[key].default;
  return {
    isOn,
    require(tenantId, key) {
      if (!isOn(tenantId, key)) throw flagErrors.FEATURE_OFF({ feature: key });
    },
    close() {
      closing.abort();
      stop();
    },
  };
}

export interface FlagOptions {
  database: Database;
  events: EventTail;
  logger: Logger;
  clock: () => Date;
}
