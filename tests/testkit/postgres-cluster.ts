import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chown, glob, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { bootstrapRoles } from '../../embedded/postgres/bootstrap.ts';
import { STANDARD_LOGINS } from '../../embedded/postgres/logins.ts';
import { migrations } from '../../migrations/index.ts';
import { migrateUp } from '../../subgraphs/kernel/database/migrate.ts';
import { prepareSegments } from '../../subgraphs/kernel/runs/carrier/prepare-segments.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';

/** Migrated once; every test database is a copy of it. */
export const TEMPLATE_DATABASE = 'autonomos_template';
/** 50 ms apart; a recovery after a crash may take its time on a busy machine. */
const START_ATTEMPTS = 600;

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser's URL of a PostgreSQL server with the template; null: each test database is an embedded one. */
    testServerUrl: string | null;
  }
}

/**
 * Vitest's global set-up: a throw-away PostgreSQL cluster where its server programs are installed, the embedded database otherwise.
 * AUTONOMOS_TEST_DATABASE=embedded asks for the embedded one, a URL for a server that is up.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const wanted = process.env['AUTONOMOS_TEST_DATABASE'] ?? '';
  const programs = wanted === 'embedded' ? null : await serverPrograms();
  if (wanted.startsWith('postgres')) {
    await prepareTemplate(wanted);
    project.provide('testServerUrl', wanted);
    return async () => {};
  }
  if (programs === null) {
    if (wanted === '') console.warn('PostgreSQL’s server programs are not installed: these tests run on the embedded database only');
    project.provide('testServerUrl', null);
    return async () => {};
  }
  const cluster = await startCluster(programs);
  await prepareTemplate(cluster.url);
  project.provide('testServerUrl', cluster.url);
  return cluster.stop;
}

/** A PostgreSQL server that is there for as long as it is needed. */
export interface ThrowAwayServer {
  /** Superuser's. */
  url: string;
  /** What `pg_ctl stop -m immediate` does, and a new start: resolves when it answers again, after its recovery. */
  crash: () => Promise<void>;
  stop: () => Promise<void>;
}

/** A throw-away server of its own, without our logins or tables, that keeps nothing safe unless `settings` say so; null where its programs are not installed. */
export async function startThrowAwayServer(settings: Readonly<Record<string, string | number>> = {}): Promise<ThrowAwayServer | null> {
  const programs = await serverPrograms();
  return programs === null ? null : startCluster(programs, settings);
}

async function serverPrograms(): Promise<string | null> {
  for await (const found of glob('/usr/lib/postgresql/*/bin/initdb')) return join(found, '..');
  for await (const found of glob('/usr/local/{bin,pgsql/bin}/initdb')) return join(found, '..');
  return null;
}

async function startCluster(programs: string, own: Readonly<Record<string, string | number>> = {}): Promise<ThrowAwayServer> {
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-postgres-'));
  // PostgreSQL refuses to run as root; its Debian package brings a user for it.
  const user: SpawnOptions = userInfo().uid === 0 ? idsOf('postgres') : {};
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '--no-instructions'], {
    ...user,
    cwd: folder,
    stdio: 'pipe',
  });
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: 300,
    // Sources whose changes are followed.
    wal_level: 'logical',
    max_replication_slots: 50,
    ...own,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const start = (): { process: ChildProcess; ended: Promise<void> } => {
    const started = spawn(join(programs, 'postgres'), ['-D', data, ...args], { ...user, cwd: folder, stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => {
      started.once('exit', () => resolve());
    });
    return { process: started, ended };
  };
  let server = start();
  await untilAnswers(url);
  return {
    url,
    async crash() {
      server.process.kill('SIGQUIT');
      await server.ended;
      server = start();
      await untilAnswers(url);
    },
    async stop() {
      server.process.kill('SIGINT');
      await server.ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function idsOf(name: string): { uid: number; gid: number } {
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => {
    probe.close(resolve);
  });
  return port;
}

async function untilAnswers(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await withClient(url, (client) => client.query('select 1'));
      return;
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  }
}

async function prepareTemplate(serverUrl: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    await client.query(`drop database if exists ${TEMPLATE_DATABASE} with (force)`);
    await client.query(`create database ${TEMPLATE_DATABASE}`);
  });
  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE_DATABASE}`;
  await withClient(url.href, (client) => bootstrapRoles(client, STANDARD_LOGINS));
  url.username = 'autonomos_migrator';
  await migrateUp(url.href, migrations);
  url.username = 'autonomos_workflows';
  await prepareSegments(url.href, createLogger('silent'));
}

/** Runs `work` on a connection of its own. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
