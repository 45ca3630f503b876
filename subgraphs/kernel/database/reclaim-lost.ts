import type { Pool, PoolClient } from 'pg';

/** By then whoever had the connection has seen it fail. */
const GRACE_MS = 1_000;

/**
 * Takes connections back that ended while they were in use. A transaction whose connection is gone cannot be rolled back, and the query
 * builder gives a connection back only after the rollback: without this each one would take a place in the pool with it for good.
 */
export function reclaimLostConnections(pool: Pool): void {
  const inUse = new Set<PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_error, client) => inUse.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      setTimeout(() => {
        if (inUse.has(client)) client.release(true);
      }, GRACE_MS).unref();
    });
  });
}
