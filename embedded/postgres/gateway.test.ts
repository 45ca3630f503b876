import { connect as openSocket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { APP_LOGIN, MIGRATOR_LOGIN, PROVISIONER_LOGIN } from '../../subgraphs/kernel/database/roles.ts';
import { codeOf, connect, Copy } from './test-clients.ts';

let database: EmbeddedPostgres;

beforeAll(async () => {
  database = await startEmbeddedPostgres({ dataFolder: null, idleInTransactionMs: 1500, lockWaitMs: 400 });
  await using migrator = await connect(database, MIGRATOR_LOGIN);
  await migrator.query('create schema shared; grant usage on schema shared to public');
  await migrator.query('create table shared.entry (id int, text text, ids uuid[], value int)');
  await migrator.query(`grant select, insert, update, delete on shared.entry to ${APP_LOGIN}`);
});
afterAll(() => database.stop());

describe('many clients on one backend', () => {
  const CLIENTS = 12;
  const OPERATIONS = 400;
  it(`${CLIENTS} clients × ${OPERATIONS} operations of different shapes: nothing wrong, nothing lost, no error`, async () => {
    const inserted = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        await using connection = await connect(database, APP_LOGIN);
        let committed = 0;
        for (let turn = 0; turn < OPERATIONS; turn += 1) {
          const tag = `${client}/${turn}`;
          switch ((client + turn) % 4) {
            case 0: {
              await connection.query('begin');
              const { rows } = await connection.query('select $1::int as a, $2::text as b', [client, tag]);
              expect(rows).toEqual([{ a: client, b: tag }]);
              await connection.query('insert into shared.entry (id, text) values ($1, $2)', [client, tag]);
              await connection.query(turn % 3 === 0 ? 'rollback' : 'commit');
              committed += turn % 3 === 0 ? 0 : 1;
              break;
            }
            case 1: {
              const ids = ['645c911d-5242-4b36-a475-00a5eaee064e'];
              const { rows } = await connection.query('select $1::int as a, $2::uuid[] as b, $3::jsonb as c', [client, ids, { tag }]);
              expect(rows).toEqual([{ a: client, b: ids, c: { tag } }]);
              break;
            }
            case 2: {
              const { rows } = await connection.query({
                name: `named-${turn % 7}-${client}`,
                text: 'select $1::int as q, $2::text as t',
                values: [turn, tag],
              });
              expect(rows).toEqual([{ q: turn, t: tag }]);
              break;
            }
            default:
              expect((await connection.query(`select ${turn} as n; select '${tag}' as t`)) as unknown).toMatchObject([
                { rows: [{ n: turn }] },
                { rows: [{ t: tag }] },
              ]);
              if (turn % 20 === 3) expect(await codeOf(connection.query('select 1/0'))).toBe('22012');
          }
        }
        return committed;
      }),
    );
    await using reader = await connect(database, APP_LOGIN);
    const { rows } = await reader.query('select count(*)::int as n from shared.entry');
    expect(rows[0].n).toBe(inserted.reduce((sum, count) => sum + count, 0));
  });

  it('the same statement name means each client its own statement, also with the same name of 63 letters', async () => {
    await using one = await connect(database, APP_LOGIN);
    await using two = await connect(database, APP_LOGIN);
    const name = 'n'.repeat(63);
    expect((await one.query({ name, text: 'select 1 as v' })).rows).toEqual([{ v: 1 }]);
    expect((await two.query({ name, text: "select 'two' as v" })).rows).toEqual([{ v: 'two' }]);
    expect((await one.query({ name, text: 'select 1 as v' })).rows).toEqual([{ v: 1 }]);
  });

  it('statements of clients that left are closed', async () => {
    const leaving = await connect(database, APP_LOGIN);
    for (let index = 0; index < 5; index += 1) await leaving.query({ name: `leaving-${index}`, text: `select ${index} as leaving` });
    await leaving.end();
    await using staying = await connect(database, APP_LOGIN);
    await expect
      .poll(async () => (await staying.query("select 1 from pg_prepared_statements where statement like '%as leaving'")).rowCount)
      .toBe(0);
  });

  it('a LARGE result and a large parameter arrive whole', async () => {
    await using client = await connect(database, APP_LOGIN);
    const text = 'ø'.repeat(2_000_000);
    expect((await client.query('select $1::text as t', [text])).rows[0].t).toBe(text);
    expect((await client.query("select i, repeat('x', 100) from generate_series(1, 100000) i")).rowCount).toBe(100_000);
  });
});

describe('transactions', () => {
  it('a client that dies inside one is rolled back and others go on', async () => {
    for (let round = 0; round < 20; round += 1) {
      const dying = await connect(database, APP_LOGIN);
      await dying.query('begin');
      await dying.query("insert into shared.entry (id, text) values (-1, 'dying')");
      (dying as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      await using other = await connect(database, APP_LOGIN);
      expect((await other.query('select count(*)::int as n from shared.entry where id = -1')).rows[0].n).toBe(0);
    }
  });
  it('a client that waits too long for another gets 55P03 and can go on afterwards', async () => {
    await using holder = await connect(database, APP_LOGIN);
    await using waiting = await connect(database, APP_LOGIN);
    await holder.query('begin');
    await holder.query('select 1');
    const waited = codeOf(waiting.query('select $1::int', [1]));
    await expect(waited).resolves.toBe('55P03');
    await holder.query('commit');
    expect((await waiting.query('select 2 as v')).rows).toEqual([{ v: 2 }]);
  });
  it('one left idle is rolled back and its client disconnected with 25P03', async () => {
    await using idle = await connect(database, APP_LOGIN);
    const told = new Promise((resolve) => idle.on('error', (error) => resolve('code' in error ? error.code : null)));
    await idle.query('begin');
    await idle.query("insert into shared.entry (id, text) values (-2, 'idle')");
    expect(await told).toBe('25P03');
    await using other = await connect(database, APP_LOGIN);
    expect((await other.query('select 1 from shared.entry where id = -2')).rowCount).toBe(0);
  });
});

describe('COPY', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => `${index}\tcopied\t\\N\t${index * 2}\n`);
  it('in and out, in chunks that cut rows', async () => {
    await using client = await connect(database, APP_LOGIN);
    const text = rows(5000).join('');
    const chunks = text.match(/[^]{1,1013}/g)!;
    await client.query('begin');
    expect((await Copy.run(client, 'copy shared.entry from stdin', chunks)).tag).toBe('COPY 5000');
    const out = await Copy.run(client, "copy (select * from shared.entry where text = 'copied' order by id) to stdout");
    expect(out.received).toBe(text);
    await client.query('rollback');
  });
  it('a broken row, a CopyFail and a missing table leave nothing behind', async () => {
    await using client = await connect(database, APP_LOGIN);
    expect(await codeOf(Copy.run(client, 'copy shared.entry from stdin', [...rows(3), 'broken\n']))).toBe('22P02');
    expect(await codeOf(Copy.run(client, 'copy shared.entry from stdin', rows(3), 'changed my mind'))).toBe('57014');
    expect(await codeOf(Copy.run(client, 'copy shared.nothing from stdin', rows(3)))).toBe('42P01');
    expect((await client.query("select 1 from shared.entry where text = 'copied'")).rowCount).toBe(0);
  });
  it('lets others work while its data is on the way', async () => {
    await using slow = await connect(database, APP_LOGIN);
    await using other = await connect(database, APP_LOGIN);
    const wire = (
      slow as unknown as {
        connection: { query(sql: string): void; once(event: string, listener: () => void): void; sendCopyFail(reason: string): void };
      }
    ).connection;
    const asked = new Promise<void>((resolve) => wire.once('copyInResponse', resolve));
    const failed = codeOf(Copy.run(slow, 'copy shared.entry from stdin', rows(1), 'late'));
    await asked;
    expect((await other.query('select 1 as v')).rows).toEqual([{ v: 1 }]);
    expect(await failed).toBe('57014');
  });
  it('is refused, not hung, where one backend cannot do it', async () => {
    await using client = await connect(database, APP_LOGIN);
    expect(await codeOf(client.query({ name: 'copy', text: 'copy shared.entry from stdin' }))).toBe('0A000');
    expect(await codeOf(client.query('begin; copy shared.entry from stdin'))).toBe('0A000');
    expect((await client.query('select 1 as v')).rows).toEqual([{ v: 1 }]);
  });
});

describe('LISTEN and NOTIFY', () => {
  it('reaches exactly the clients that listen, from the commit of their LISTEN to their UNLISTEN', async () => {
    await using first = await connect(database, APP_LOGIN);
    await using second = await connect(database, PROVISIONER_LOGIN);
    await using sender = await connect(database, APP_LOGIN);
    const heard: string[] = [];
    first.on('notification', ({ channel, payload }) => heard.push(`first ${channel} ${payload}`));
    second.on('notification', ({ channel, payload }) => heard.push(`second ${channel} ${payload}`));
    sender.on('notification', () => heard.push('sender'));
    await first.query('listen news');
    await second.query('begin; listen news; listen "Other"; commit');
    await sender.query("begin; notify news, 'lost'; rollback");
    await sender.query("select pg_notify('news', $1)", ['1']);
    await expect.poll(() => heard.toSorted()).toEqual(['first news 1', 'second news 1']);
    await second.query('unlisten news');
    await sender.query(`notify news, '2'; notify "Other", '3'`);
    await expect.poll(() => heard.toSorted()).toEqual(['first news 1', 'first news 2', 'second Other 3', 'second news 1']);
    await second.query('unlisten *');
    await first.query('begin; listen never; rollback');
    await sender.query("notify news, '4'; notify \"Other\", '5'; notify never, '6'");
    await expect.poll(() => heard.length).toBe(5);
    expect(heard.at(-1)).toBe('first news 4');
  });
});

describe('the extended protocol in pieces', () => {
  it('keeps the unnamed statement of each client apart, and the backend with a client between Flush and Sync', async () => {
    await using one = await connect(database, APP_LOGIN);
    await using two = await connect(database, APP_LOGIN);
    const wire = (one as unknown as { connection: WirePieces }).connection;
    const seen: string[] = [];
    const rows: string[] = [];
    wire.on('dataRow', (row) => rows.push(String(row.fields[0])));
    wire.on('readyForQuery', () => seen.push('ready'));
    const silence = { handleReadyForQuery() {}, handleDataRow() {}, handlePortalSuspended() {}, handleCommandComplete() {}, submit() {} };
    (one as unknown as { activeQuery: unknown; _activeQuery: unknown })._activeQuery = silence;
    wire.parse({ text: "select 'mine' from generate_series(1, 3)", name: '', types: [] });
    wire.sync();
    await expect.poll(() => seen.length).toBe(1);
    (one as unknown as { _activeQuery: unknown })._activeQuery = silence;
    expect((await two.query('select $1::text as v', ['theirs'])).rows).toEqual([{ v: 'theirs' }]);
    wire.bind({ portal: '', statement: '', values: [] });
    wire.execute({ portal: '', rows: 2 });
    wire.flush();
    await expect.poll(() => rows).toEqual(['mine', 'mine']);
    const waiting = codeOf(two.query('select 1'));
    expect(await waiting).toBe('55P03');
    wire.execute({ portal: '', rows: 0 });
    wire.sync();
    await expect.poll(() => seen.length).toBe(2);
    expect(rows).toEqual(['mine', 'mine', 'mine']);
  });
});

interface WirePieces {
  on(event: 'dataRow', listener: (row: { fields: unknown[] }) => void): void;
  on(event: 'readyForQuery', listener: () => void): void;
  parse(parse: { text: string; name: string; types: number[] }): void;
  bind(bind: { portal: string; statement: string; values: unknown[] }): void;
  execute(execute: { portal: string; rows: number }): void;
  flush(): void;
  sync(): void;
}

describe('strangers at the door', () => {
  const exchange = (bytes: Buffer): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const parts: Buffer[] = [];
      const socket = openSocket(database.port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (part) => parts.push(part));
      socket.on('close', () => resolve(Buffer.concat(parts)));
      socket.on('error', reject);
    });
  it('a cancel request is closed without a word', async () => {
    expect(await exchange(Buffer.from([0, 0, 0, 16, 4, 210, 22, 46, 0, 0, 0, 1, 0, 0, 0, 0]))).toHaveLength(0);
  });
  it('an impossible length is refused at once', async () => {
    expect((await exchange(Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toString('latin1')).toContain('C54000');
  });
  it('an encryption request is answered N', async () => {
    await expect(connect(database, APP_LOGIN, { ssl: { rejectUnauthorized: false } })).rejects.toThrow('SSL');
  });
});
