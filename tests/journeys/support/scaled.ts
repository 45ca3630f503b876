import { createHash } from 'node:crypto';
import { inject } from 'vitest';
import { withClient } from '../../testkit/postgres-cluster.ts';
import { WITHOUT_REDIS, findRedis, startRedis, type TestRedis } from '../../testkit/redis-server.ts';

/** Why the scaled topology cannot be run here; null when it can. */
export function whyNotScaled(): string | null {
  if (inject('testServerUrl') === null) return 'PostgreSQL’s server programs are not installed (apt-get install postgresql)';
  return findRedis() === null ? WITHOUT_REDIS : null;
}

/** What `autonomos topology` needs for a data folder: always the same, at first empty database of the test cluster, and a Redis of its own. */
export async function scaledGround(dataFolder: string): Promise<{ options: string[]; redis: TestRedis }> {
  const why = whyNotScaled();
  if (why !== null) throw new Error(why);
  const redis = await startRedis();
  return { options: ['--database', await databaseFor(dataFolder), '--redis', redis.url], redis };
}

/** A superuser's URL. The database goes with the cluster. */
async function databaseFor(dataFolder: string): Promise<string> {
  const server = inject('testServerUrl') ?? '';
  const name = `scaled_${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`;
  await withClient(server, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
