import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { migrations } from '../migrations/index.ts';
import { loadConfig, type Config } from '../subgraphs/kernel/config/config.ts';
import { createLogger } from '../subgraphs/kernel/telemetry/logger.ts';
import { withClient } from '../tests/testkit/postgres-cluster.ts';
import { loginsFrom } from './database-logins.ts';
import { openDatabaseServer, type DatabaseServer } from './database-server.ts';
import { openSharedKeys } from './keys.ts';
import { prepareDatabase, untilPrepared } from './prepare-database.ts';

const server = inject('testServerUrl');
const logger = createLogger('silent');

describe.skipIf(server === null)('processes that share a PostgreSQL', () => {
  /** An empty database, and the configuration of a process on it. */
  async function emptyDatabase(): Promise<Config> {
    const name = `fresh_${randomUUID().replaceAll('-', '')}`;
    await withClient(server ?? '', (client) => client.query(`create database ${name}`));
    onTestFinished(() =>
      withClient(server ?? '', async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
    );
    const url = new URL(server ?? '');
    url.pathname = `/${name}`;
    return loadConfig({ DATABASE_URL: url.href, LOGINS_KEY: Buffer.alloc(32, 5).toString('base64') });
  }
  const open = (config: Config, bootstrap: boolean): Promise<DatabaseServer> =>
    openDatabaseServer(config, { dataFolder: '/nowhere', bootstrap, logger });

  test('prepare it once, however many start on an empty one at the same time', async () => {
    const config = await emptyDatabase();
    const ran = await Promise.all(Array.from({ length: 4 }, async () => prepareDatabase(await open(config, true), logger)));
    const byProcess = ran.filter((names) => names.length > 0);
    expect(byProcess).toEqual([migrations.map(({ name }) => name)]);
  });

  test('wait for the one that prepares it, and need no superuser for that', async () => {
    const config = await emptyDatabase();
    const bare = new URL(config.databaseUrl ?? '');
    bare.username = '';
    const waiting = await open({ ...config, databaseUrl: bare.href }, false);
    let prepared = false;
    const waited = untilPrepared(waiting, logger).then(() => prepared);
    await prepareDatabase(await open(config, true), logger);
    prepared = true;
    expect(await waited).toBe(true);
    const client = new Client({ connectionString: waiting.urlFor('autonomos_app') });
    await client.connect();
    expect((await client.query('select current_user as name')).rows).toEqual([{ name: 'autonomos_app' }]);
    await client.end();
  });
});

describe('keys', () => {
  test('passwords of logins come from the key alone, and differ from login to login', () => {
    const [mine, again, others] = [1, 1, 2].map((byte) => loginsFrom(new Uint8Array(32).fill(byte)).map(({ password }) => password));
    expect(again).toEqual(mine);
    expect(new Set([...(mine ?? []), ...(others ?? [])]).size).toBe((mine?.length ?? 0) * 2);
  });

  test('of processes that make them at once all get the same; there is an owner only where one is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'autonomos-keys-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const opened = await Promise.all(Array.from({ length: 8 }, () => openSharedKeys(folder, loadConfig({}))));
    for (const secrets of opened) expect(secrets).toEqual(opened[0]);
    expect(opened[0]?.ownerKey).toBeNull();
    const named = await openSharedKeys(
      folder,
      loadConfig({ OWNER_KEY: 'o'.repeat(32), SESSION_KEY: Buffer.alloc(32, 3).toString('base64') }),
    );
    expect([named.ownerKey, named.session, named.viewer]).toEqual(['o'.repeat(32), new Uint8Array(32).fill(3), opened[0]?.viewer]);
  });
});
