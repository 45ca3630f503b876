import type { Socket } from 'node:net';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { APP_LOGIN } from '../../subgraphs/kernel/database/roles.ts';
import { connect } from './test-clients.ts';
import { FRONTEND, message } from './wire/messages.ts';

const SEED = 20_261_121;
let database: EmbeddedPostgres;
beforeAll(async () => {
  database = await startEmbeddedPostgres({ dataFolder: null, idleInTransactionMs: 1000, lockWaitMs: 2000 });
});
afterAll(() => database.stop());

const socketOf = (client: pg.Client): Socket => (client as unknown as { connection: { stream: Socket } }).connection.stream;

const texts = fc.constantFrom(
  '',
  'select 1',
  'begin',
  'rollback',
  'selec',
  'copy pg_class from stdin',
  'listen x',
  'set role none',
  "select set_config('a.b', '1', false)",
  'COPY',
  's1',
);
const bodies = fc.oneof(
  fc.uint8Array({ maxLength: 40 }).map((bytes) => [Buffer.from(bytes)]),
  fc.tuple(texts, texts, fc.constant(Buffer.alloc(2))).map((parts): (string | Buffer)[] => parts),
  fc.tuple(fc.constantFrom(Buffer.from('S'), Buffer.from('P')), texts).map((parts): (string | Buffer)[] => parts),
  fc.tuple(texts, texts, fc.constant(Buffer.alloc(6))).map((parts): (string | Buffer)[] => parts),
  fc.tuple(texts, fc.constant(Buffer.alloc(4))).map((parts): (string | Buffer)[] => parts),
  texts.map((text): (string | Buffer)[] => [text]),
);
const streams = fc.array(fc.tuple(fc.constantFrom(...Object.values(FRONTEND)), bodies), { minLength: 1, maxLength: 12 });

describe('a hostile client', () => {
  it('sends well-framed nonsense: the database process lives, others are served, statements stay theirs', async () => {
    const { pid } = database;
    await using bystander = await connect(database, APP_LOGIN);
    for (const [round, stream] of fc.sample(streams, { seed: SEED, numRuns: 400 }).entries()) {
      const hostile = await connect(database, APP_LOGIN);
      socketOf(hostile).removeAllListeners('data');
      socketOf(hostile).resume();
      for (const [type, parts] of stream) socketOf(hostile).write(message(type, ...parts));
      if (round % 2 === 0) socketOf(hostile).end();
      else setTimeout(() => socketOf(hostile).destroy(), round % 7);
      const { rows } = await bystander.query({ name: 's1', text: 'select $1::int as round, current_user as me', values: [round] });
      expect(rows).toEqual([{ round, me: APP_LOGIN }]);
    }
    expect(database.pid).toBe(pid);
  });

  it('does not read: others are served, and everything is there when it reads again', async () => {
    const REPLIES = 60;
    await using slow = await connect(database, APP_LOGIN);
    await using other = await connect(database, APP_LOGIN);
    socketOf(slow).pause();
    const answers = Promise.all(
      Array.from({ length: REPLIES }, (_, index) =>
        slow.query("select $1::int as n, repeat('x', 1000000) as text", [index]).then(({ rows }) => (rows[0] as { n: number }).n),
      ),
    );
    for (let turn = 0; turn < 200; turn += 1) await other.query('select 1');
    socketOf(slow).resume();
    expect(await answers).toEqual(Array.from({ length: REPLIES }, (_, index) => index));
  });
});
