import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import type { Database } from '../database/database.ts';
import type { JournalEntry } from './journal-entry.ts';
import { journalKey } from './journal-key.ts';
import { openJournal, type Journal } from './journal.ts';
import { verifyChain } from './verify.ts';

let t: TestKernel;
let dataFolder: string;
const key = journalKey(new Uint8Array(32));
beforeAll(async () => {
  t = await openTestKernel();
  dataFolder = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterAll(async () => {
  await t[Symbol.asyncDispose]();
  await rm(dataFolder, { recursive: true });
});

const open = (database: Database = t.database): Journal => openJournal({ database, logger: t.logger, key, clock: t.clock, dataFolder });

const entryOf = (tenantId: string, operation = 'Viewer', touched: string[] = []): JournalEntry => ({
  tenantId,
  userId: randomUUID(),
  credential: null,
  address: '192.0.2.7',
  transport: 'HTTP',
  requestId: 'request',
  traceId: null,
  kind: 'QUERY',
  operation,
  documentHash: 'abc',
  outcome: 'OK',
  cost: 12,
  durationMs: 1.5,
  touched,
  at: new Date('2026-03-01T12:00:00.123Z'),
});
const operationsOf = (tenantId: string): Promise<string[]> =>
  t.database.unitOfWork(tenantId, async (unit) => {
    const { rows } = await sql<{ operation: string }>`select operation from journal_request order by sequence`.execute(unit.sql);
    return rows.map(({ operation }) => operation);
  });
const spilled = async (): Promise<number> => (await readdir(join(dataFolder, 'journal-spill')).catch(() => [])).length;

/** The database, but for units of work, which fail while it is away. */
function unreliable(database: Database): Database & { away: boolean } {
  return {
    ...database,
    away: false,
    unitOfWork(tenantId, work) {
      return this.away ? Promise.reject(new Error('away')) : database.unitOfWork(tenantId, work);
    },
    ping() {
      return this.away ? Promise.reject(new Error('away')) : database.ping();
    },
  };
}

test('entries arrive by themselves, each with its own tenant, as a chain that holds', async () => {
  const [a, b] = [await t.newTenant(), await t.newTenant()];
  const journal = open();
  journal.record(entryOf(a, 'one'));
  journal.record(entryOf(b, 'two'));
  journal.record(entryOf(a, 'three'));
  await eventually('three entries', async () => (await operationsOf(a)).length === 2 && (await operationsOf(b)).length === 1);
  expect(await operationsOf(a)).toEqual(['one', 'three']);
  await journal.close();
  expect(await verifyChain(t.database, key, { name: 'REQUESTS', tenantId: a })).toMatchObject({ verified: 2, broken: null, next: null });
});

test('an entry is kept as it was, with the ids that are the tenant’s own', async () => {
  const [a, b] = [await t.newTenant(), await t.newTenant()];
  const ids: string[] = [];
  for (const tenantId of [a, b]) {
    const id = randomUUID();
    ids.push(id);
    await t.database.unitOfWork(tenantId, (unit) =>
      sql`insert into approval (id, tenant_id, status, title, intent, evidence, subject, requested_at, expires_at)
        values (${id}, ${tenantId}, 'PENDING', 't', 'i', '[]', ${id}, now(), now())`.execute(unit.sql),
    );
  }
  const entry = entryOf(a, 'Decide', ids);
  const journal = open();
  journal.record(entry);
  await journal.close();
  const { rows } = await t.database.unitOfWork(a, (unit) =>
    sql`select *, at = ${entry.at.toISOString()} as same_time from journal_request`.execute(unit.sql),
  );
  expect(rows).toMatchObject([
    {
      user_id: entry.userId,
      operation: 'Decide',
      kind: 'QUERY',
      outcome: 'OK',
      duration_us: '1500',
      cost: 12,
      touched: [ids[0]],
      same_time: true,
    },
  ]);
});

test('two processes append to one chain at once, and it holds', async () => {
  const a = await t.newTenant();
  const journals = [open(), open(await t.anotherProcess()), open(await t.anotherProcess())];
  for (let index = 0; index < 600; index++) {
    journals[index % 3]?.record(entryOf(a, String(index)));
    if (index % 100 === 0) await Promise.all(journals.map((journal) => journal.settled()));
  }
  await Promise.all(journals.map((journal) => journal.close()));
  expect(await verifyChain(t.database, key, { name: 'REQUESTS', tenantId: a })).toMatchObject({ verified: 600, broken: null });
});

test('while the database is away nothing is lost: entries wait in memory, then in files, and are written when it is back', async () => {
  const a = await t.newTenant();
  const database = unreliable(t.database);
  const journal = open(database);
  database.away = true;
  for (let index = 0; index < 12_000; index++) journal.record(entryOf(a, String(index)));
  expect(await spilled()).toBeGreaterThan(0);
  database.away = false;
  await journal.settled();
  expect(new Set(await operationsOf(a)).size).toBe(12_000);
  expect(await operationsOf(a)).toHaveLength(12_000);
  expect(await spilled()).toBe(0);
  await journal.close();
}, 60_000);

test('what a process could not write before it ended is written by the next one, once', async () => {
  const a = await t.newTenant();
  const database = unreliable(t.database);
  const first = open(database);
  database.away = true;
  for (let index = 0; index < 50; index++) first.record(entryOf(a));
  await first.close();
  expect(await operationsOf(a)).toHaveLength(0);
  expect(await spilled()).toBe(1);
  const next = open();
  await eventually('all are there', async () => (await operationsOf(a)).length === 50);
  await next.close();
  expect(await spilled()).toBe(0);
  expect(await verifyChain(t.database, key, { name: 'REQUESTS', tenantId: a })).toMatchObject({ verified: 50, broken: null });
});

test('entries that cannot be written do not keep others’ from being written', async () => {
  const a = await t.newTenant();
  const journal = open();
  journal.record({ ...entryOf(await t.newTenant()), userId: 'nobody' });
  journal.record(entryOf(a, 'after'));
  await eventually('the other one is there', async () => (await operationsOf(a)).length === 1);
  expect(await operationsOf(a)).toEqual(['after']);
  await journal.close();
});
