import { randomUUID } from 'node:crypto';
import { bootstrapRoles } from '../../../embedded/postgres/bootstrap.ts';
import { STANDARD_LOGINS } from '../../../embedded/postgres/logins.ts';
import { migrations } from '../../../migrations/index.ts';
import { type Database, openDatabase } from '../../../subgraphs/kernel/database/database.ts';
import { migrateUp } from '../../../subgraphs/kernel/database/migrate.ts';
import type { Login } from '../../../subgraphs/kernel/database/roles.ts';
import { createLogger } from '../../../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../../../subgraphs/kernel/telemetry/metrics.ts';
import { ontologyEntities } from '../../../subgraphs/ontology/entities.ts';
import { startThrowAwayServer, withClient } from '../../../tests/testkit/postgres-cluster.ts';

/** As a server is run whose data is meant to stay; memory as a small one has it. */
const SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
};

export interface BenchDatabase extends AsyncDisposable {
  readonly database: Database;
  readonly superuserUrl: string;
}

/** A database of its own on a server (a superuser's URL), or on one that is started for it. */
export async function openBenchDatabase(url: string | null): Promise<BenchDatabase> {
  const server = url === null ? await startThrowAwayServer(SETTINGS) : null;
  const at = url ?? server?.url;
  if (at === undefined) throw new Error('PostgreSQL’s server programs are not installed: give --database <a superuser’s URL>');
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await withClient(at, async (client) => void (await client.query(`create database ${name}`)));
  const mine = new URL(at);
  mine.pathname = `/${name}`;
  await withClient(mine.href, (client) => bootstrapRoles(client, STANDARD_LOGINS));
  const urlFor = (login: Login): string => Object.assign(new URL(mine), { username: login, password: '' }).href;
  await migrateUp(urlFor('autonomos_migrator'), migrations);
  const logger = createLogger('silent');
  const urls = { app: urlFor('autonomos_app'), provisioner: urlFor('autonomos_provisioner') };
  const database = await openDatabase(urls, ontologyEntities, { logger, metrics: createMetrics({ processMetrics: false }), slowMs: null });
  return {
    database,
    superuserUrl: mine.href,
    async [Symbol.asyncDispose]() {
      await database.close();
      await withClient(at, async (client) => void (await client.query(`drop database if exists ${name} with (force)`)));
      await server?.stop();
    },
  };
}
