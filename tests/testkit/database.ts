import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { startEmbeddedPostgres } from '../../embedded/postgres/embedded-postgres.ts';
import { migrations } from '../../migrations/index.ts';
import { migrateUp } from '../../subgraphs/kernel/database/migrate.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { prepareSegments } from '../../subgraphs/kernel/runs/carrier/prepare-segments.ts';
import type { Login } from '../../subgraphs/kernel/database/roles.ts';
import { TEMPLATE_DATABASE, withClient } from './postgres-cluster.ts';

export interface TestDatabase extends AsyncDisposable {
  urlFor(login: Login): string;
  /** For what only a superuser may do; null on the embedded database, which lets nobody be one. */
  superuserUrl: string | null;
}

/** A migrated database of its own: a copy of the template on a PostgreSQL server, or an embedded one in memory. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServerUrl');
  return server === null ? openEmbedded() : openCopy(server);
}

async function openEmbedded(): Promise<TestDatabase> {
  const postgres = await startEmbeddedPostgres({ dataFolder: null });
  await migrateUp(postgres.urlFor('autonomos_migrator'), migrations);
  await prepareSegments(postgres.urlFor('autonomos_workflows'), createLogger('silent'));
  return { urlFor: (login) => postgres.urlFor(login), superuserUrl: null, [Symbol.asyncDispose]: () => postgres.stop() };
}

async function openCopy(server: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(server, async (client) => {
    await client.query(`create database ${name} template ${TEMPLATE_DATABASE}`);
    // What belongs to the database itself is not copied with it.
    await client.query(`grant create on database ${name} to autonomos_migrator, autonomos_provisioner, autonomos_workflows`);
    await client.query(`alter database ${name} set search_path = public, extensions`);
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    superuserUrl: url.href,
    urlFor(login) {
      const mine = new URL(url);
      mine.username = login;
      return mine.href;
    },
    [Symbol.asyncDispose]: () =>
      withClient(server, async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}
