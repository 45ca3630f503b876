import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import { createLogger } from '../telemetry/logger.ts';
import { openJournal, type JournalEntry } from './journal.ts';

let t: TestKernel;
beforeAll(async () => {
  t = await openTestKernel();
});
afterAll(() => t[Symbol.asyncDispose]());

const entryOf = (tenantId: string, operation = 'Viewer'): JournalEntry => ({
  tenantId,
  userId: randomUUID(),
  requestId: 'request',
  operation,
  kind: 'query',
  outcome: 'ok',
  durationMs: 1.5,
  at: new Date('2026-03-01T12:00:00.123Z'),
});
const operationsOf = (tenantId: string) =>
  t.database.unitOfWork(tenantId, async (unit) => {
    const { rows } = await sql<{ operation: string }>`select operation from journal_entry order by operation`.execute(unit.sql);
    return rows.map(({ operation }) => operation);
  });

function captured(): { lines: string[]; logger: ReturnType<typeof createLogger> } {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  return { lines, logger: createLogger('info', sink) };
}

test('entries arrive by themselves, each with its own tenant', async () => {
  const [a, b] = [await t.newTenant(), await t.newTenant()];
  const journal = openJournal(t.database, t.logger);
  journal.record(entryOf(a, 'one'));
  journal.record(entryOf(b, 'two'));
  journal.record(entryOf(a, 'three'));
  await eventually('three entries', async () => (await operationsOf(a)).length === 2 && (await operationsOf(b)).length === 1);
  expect(await operationsOf(a)).toEqual(['one', 'three']);
  expect(await operationsOf(b)).toEqual(['two']);
  await journal.close();
});

test('an entry is kept as it was', async () => {
  const a = await t.newTenant();
  const entry = entryOf(a);
  const journal = openJournal(t.database, t.logger);
  journal.record(entry);
  await journal.close();
  const { rows } = await t.database.unitOfWork(a, (unit) =>
    sql`select *, at = ${entry.at.toISOString()} as same_time from journal_entry`.execute(unit.sql),
  );
  expect(rows).toMatchObject([
    { user_id: entry.userId, request_id: 'request', operation: 'Viewer', kind: 'query', outcome: 'ok', duration_ms: 1.5, same_time: true },
  ]);
});

test('closing writes what is waiting', async () => {
  const a = await t.newTenant();
  const journal = openJournal(t.database, t.logger);
  for (let index = 0; index < 100; index++) journal.record(entryOf(a));
  await journal.close();
  expect(await operationsOf(a)).toHaveLength(100);
});

test('at most a thousand entries wait; what finds no place is in the log', async () => {
  const a = await t.newTenant();
  const { lines, logger } = captured();
  const journal = openJournal(t.database, logger);
  for (let index = 0; index < 1_003; index++) journal.record(entryOf(a));
  await journal.close();
  expect(await operationsOf(a)).toHaveLength(1_000);
  expect(lines.filter((line) => line.includes('the journal is full'))).toHaveLength(3);
});

test('entries that cannot be written are in the log, and the next ones are written', async () => {
  const a = await t.newTenant();
  const { lines, logger } = captured();
  const journal = openJournal(t.database, logger);
  journal.record({ ...entryOf(a), userId: 'nobody' });
  await eventually('the loss is logged', () => lines.some((line) => line.includes('journal entries were lost')));
  journal.record(entryOf(a, 'after'));
  await journal.close();
  expect(await operationsOf(a)).toEqual(['after']);
});
