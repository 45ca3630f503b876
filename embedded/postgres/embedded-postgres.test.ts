import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres, EmbeddedPostgresOptions, EndReport } from './embedded-postgres.ts';
import { DataFolderInUseError } from './errors.ts';
import { APP_LOGIN, MIGRATOR_LOGIN } from '../../subgraphs/kernel/database/roles.ts';
import { codeOf, connect } from './test-clients.ts';

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const start = (dataFolder: string | null, options: Partial<EmbeddedPostgresOptions> = {}) =>
  startEmbeddedPostgres({ dataFolder, onLog: () => {}, ...options });
const nextEnd = (database: EmbeddedPostgres) => new Promise<EndReport>((resolve) => database.onExit(resolve));

async function makeTable(database: EmbeddedPostgres): Promise<void> {
  await using migrator = await connect(database, MIGRATOR_LOGIN);
  await migrator.query(`create table written (n int primary key); grant select, insert on written to ${APP_LOGIN}`);
}

async function written(database: EmbeddedPostgres): Promise<Set<number>> {
  await using app = await connect(database, APP_LOGIN);
  return new Set((await app.query('select n from written')).rows.map(({ n }) => n as number));
}

describe('a data folder', () => {
  it('keeps rows and passwords over a stop, closed to other users', async () => {
    const folder = newFolder();
    let url: string;
    {
      await using first = await start(folder);
      await makeTable(first);
      await using app = await connect(first, APP_LOGIN);
      await app.query('insert into written values (1)');
      url = first.urlFor(APP_LOGIN).replace(/@.*/, '');
    }
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, 'postgres.lock'))).toBe(false);
    await using second = await start(folder);
    expect(second.urlFor(APP_LOGIN).replace(/@.*/, '')).toBe(url);
    expect(await written(second)).toEqual(new Set([1]));
  });
  it('is refused to a second instance, with the process that has it', async () => {
    const folder = newFolder();
    await using first = await start(folder);
    const refused = await start(folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DataFolderInUseError);
    expect(refused).toMatchObject({ code: 'DATA_FOLDER_IN_USE', pid: first.pid });
    expect(await codeOf(connect(first, APP_LOGIN).then((client) => client.query('select 1/0').finally(() => void client.end())))).toBe(
      '22012',
    );
  });
  it('is taken over from a process that is gone, also when its number is in use again', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'postgres.lock'), JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));
    await using database = await start(folder);
    expect(JSON.parse(readFileSync(join(folder, 'postgres.lock'), 'utf8'))).toMatchObject({ pid: database.pid });
  });
  it('whose making was broken off is made anew', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    rmSync(join(folder, 'postgres.made'));
    rmSync(join(folder, 'postgres', 'global'), { recursive: true });
    await using database = await start(folder);
    await makeTable(database);
    expect(await written(database)).toEqual(new Set());
  });
});

describe('kill -9', () => {
  it('loses no acknowledged row, comes back on the same port by itself, and clients can connect again', async () => {
    const folder = newFolder();
    await using database = await start(folder);
    await makeTable(database);
    const { port } = database;
    const acknowledged = new Set<number>();
    let next = 0;
    for (let round = 0; round < 3; round += 1) {
      const target = acknowledged.size + 150;
      const ended = nextEnd(database);
      const writers = Array.from({ length: 4 }, async () => {
        await using app = await connect(database, APP_LOGIN);
        try {
          for (;;) {
            const n = (next += 1);
            await app.query('insert into written values ($1)', [n]);
            acknowledged.add(n);
          }
        } catch {
          return; // the connection went with the process
        }
      });
      await expect.poll(() => acknowledged.size, { timeout: 20_000, interval: 1 }).toBeGreaterThan(target);
      process.kill(database.pid!, 'SIGKILL');
      await Promise.all(writers);
      expect(await ended).toMatchObject({ kind: 'restarted' });
      expect(database.port).toBe(port);
      const found = await written(database);
      expect([...acknowledged].filter((n) => !found.has(n))).toEqual([]);
    }
  });
});

describe('a runaway statement', () => {
  it('is ended by a restart; committed rows stay and other clients work', async () => {
    const folder = newFolder();
    await using database = await start(folder, { statementDeadlineMs: 1200 });
    await makeTable(database);
    await using app = await connect(database, APP_LOGIN);
    await app.query('insert into written values (7)');
    const ended = nextEnd(database);
    await using runaway = await connect(database, APP_LOGIN);
    expect(await codeOf(runaway.query('select count(*) from generate_series(1, 1e12)'))).not.toBe('');
    expect(await ended).toMatchObject({ kind: 'restarted' });
    expect(await written(database)).toEqual(new Set([7]));
    expect(database.running).toBe(true);
  });
  it('many short ones in a row are not taken for one', async () => {
    await using database = await start(null, { statementDeadlineMs: 1000 });
    const { pid } = database;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        await using app = await connect(database, APP_LOGIN);
        for (let turn = 0; turn < 15; turn += 1) await app.query('select count(*) from generate_series(1, 100000)');
      }),
    );
    expect(database.pid).toBe(pid);
  });
});

describe('a stop', () => {
  it('tells clients 57P01 and is final', async () => {
    const database = await start(null);
    const app = await connect(database, APP_LOGIN);
    const told = new Promise((resolve) => app.on('error', (error) => resolve('code' in error ? error.code : error.message)));
    await database.stop();
    await database.stop();
    expect(await told).toBe('57P01');
    expect(await codeOf(database.restart('again'))).toBe('EMBEDDED_POSTGRES_FAILED');
  });
  it('follows when the parent dies, and the folder is free for the next', async () => {
    const folder = newFolder();
    const script = join(folder, 'parent.mjs');
    writeFileSync(
      script,
      `import { startEmbeddedPostgres } from ${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)};
       const database = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(join(folder, 'data'))} });
       process.send({ pid: database.pid });`,
    );
    const parent = fork(script, [], { execArgv: [] });
    const [{ pid }] = (await once(parent, 'message')) as [{ pid: number }];
    parent.kill('SIGKILL');
    await expect.poll(() => existsSync(join(folder, 'data', 'postgres.lock')), { timeout: 10_000 }).toBe(false);
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
    await using database = await start(join(folder, 'data'));
    expect(database.running).toBe(true);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
