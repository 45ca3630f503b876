import { LockMode } from '@mikro-orm/core';
import type { System } from '../../kernel/system.ts';
import { openSecret, sealSecret } from '../../kernel/vault/vault.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { secretContext } from '../connections/source-of.ts';
import type { SourceOwner } from './health.ts';

/** Where secrets are that sources replace themselves: rotated refresh tokens. */
export interface SecretKeeper {
  /** Runs it while no other process replaces the connection's secret; `current` is the one that holds by then. */
  alone<T>(owner: SourceOwner, used: string, run: (current: string) => Promise<T>): Promise<T>;
  /** Keeps `next` sealed in place of `used`, unless somebody has given another one meanwhile. */
  replace(owner: SourceOwner, used: string, next: string): Promise<void>;
}

export const nothingKept: SecretKeeper = { alone: (_owner, used, run) => run(used), replace: () => Promise.resolve() };

const LEASE_MS = 60_000;
const WAIT_MS = 200;
const MAX_WAITS = 100;

/** Secrets in the connections' own rows. */
export function secretKeeper({ database, secrets, locks }: Pick<System, 'database' | 'secrets' | 'locks'>): SecretKeeper {
  const current = async ({ tenantId, connectionId }: SourceOwner): Promise<string | null> =>
    database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(ConnectionRow, { id: connectionId ?? '' }, { populate: ['secret'] });
      return row?.secret == null ? null : openSecret(row.secret, secrets.vault, secretContext({ tenantId, id: row.id }));
    });
  return {
    async alone(owner, used, run) {
      if (owner.connectionId === null) return run(used);
      let lease = await locks.acquire(`secret ${owner.connectionId}`, LEASE_MS);
      for (let waits = 0; lease === null && waits < MAX_WAITS; waits++) {
        await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
        lease = await locks.acquire(`secret ${owner.connectionId}`, LEASE_MS);
      }
      try {
        return await run((await current(owner)) ?? used);
      } finally {
        await lease?.release();
      }
    },
    async replace({ tenantId, connectionId }, used, next) {
      if (connectionId === null) return;
      await database.unitOfWork(tenantId, async ({ em }) => {
        const row = await em.findOne(ConnectionRow, { id: connectionId }, { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['secret'] });
        const context = secretContext({ tenantId, id: connectionId });
        if (row?.secret == null || openSecret(row.secret, secrets.vault, context) !== used) return;
        row.secret = sealSecret(next, secrets.vault, context);
      });
    },
  };
}
