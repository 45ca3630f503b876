import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../tests/testkit/database.ts';
import { openDatabase, type Database } from '../database/database.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { eraseAuditContent } from '../audit/erase.ts';
import { append } from './append.ts';
import { journalKey } from './journal-key.ts';
import { countPrunable, prune } from './prune.ts';
import { verifyChain, type Verification } from './verify.ts';

const key = journalKey(new Uint8Array(32));
const DAY_MS = 86_400_000;

let opened: TestDatabase;
let database: Database;
beforeAll(async () => {
  opened = await openTestDatabase();
  const urls = { app: opened.urlFor('autonomos_app'), provisioner: opened.urlFor('autonomos_provisioner') };
  const watch = { logger: createLogger('silent'), metrics: createMetrics({ processMetrics: false }), slowMs: null };
  database = await openDatabase(urls, [], watch, key);
});
afterAll(async () => {
  await database.close();
  await opened[Symbol.asyncDispose]();
});

/** A tenant with this many changes, a day of them every ten. */
async function tenantWith(changes: number): Promise<string> {
  const tenantId = randomUUID();
  for (let from = 0; from < changes; from += 10)
    await database.unitOfWork(tenantId, (unit) => {
      const entries = Array.from({ length: Math.min(10, changes - from) }, (_, index) => requestOf(from + index));
      return append(unit.sql, key, { name: 'REQUESTS', tenantId, now: new Date(Date.UTC(2026, 0, 1) + (from / 10) * DAY_MS) }, entries);
    });
  return tenantId;
}

const requestOf = (index: number) => ({
  id: randomUUID(),
  at: new Date(Date.UTC(2026, 0, 1) + index).toISOString(),
  request_id: `r${index}`,
  address: '192.0.2.1',
  transport: 'HTTP',
  kind: 'QUERY',
  operation: 'Viewer',
  outcome: 'OK',
  duration_us: 12,
  touched: ['a', 'b'],
});

const verified = (tenantId: string, more: { after?: number; known?: { sequence: number; hash: string } } = {}): Promise<Verification> =>
  verifyChain(database, key, { name: 'REQUESTS', tenantId, ...more });

/** What somebody does who is superuser of the database; there is none on the embedded one. */
async function asSuperuser(context: TestContext, ...statements: string[]): Promise<void> {
  const { superuserUrl } = opened;
  if (superuserUrl === null) return context.skip('the embedded database lets nobody be superuser');
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const COLUMNS = [
  "at = at + interval '1 ms'",
  "outcome = 'FORBIDDEN'",
  'user_id = gen_random_uuid()',
  "touched = array['a']",
  'cost = 1',
  'segment = segment - 1',
];

test.for(COLUMNS)('an entry of which somebody changes %s is the one that is named', async (change, context) => {
  const tenantId = await tenantWith(30);
  await asSuperuser(context, `update journal_request set ${change} where tenant_id = '${tenantId}' and sequence = 17`);
  expect(await verified(tenantId)).toMatchObject({ verified: 16, broken: { sequence: 17, breach: 'CHANGED' } });
});

test('an entry that is deleted, from the middle, the beginning or the end, is missed', async (context) => {
  for (const [gone, found] of [
    [17, 17],
    [1, 1],
    [30, 30],
  ] as const) {
    const tenantId = await tenantWith(30);
    await asSuperuser(context, `delete from journal_request where tenant_id = '${tenantId}' and sequence = ${gone}`);
    expect((await verified(tenantId)).broken).toEqual({ sequence: found, breach: 'MISSING' });
  }
});

test('an entry that is put in is found, wherever it stands', async (context) => {
  const copy = (tenantId: string, to: number): string =>
    `insert into journal_request select tenant_id, ${to}, segment, gen_random_uuid(), at, request_id, trace_id, user_id, credential_kind, credential_id,
      address, transport, kind, operation, document_hash, outcome, cost, duration_us, touched, hash
      from journal_request where tenant_id = '${tenantId}' and sequence = 16`;
  const behind = await tenantWith(30);
  await asSuperuser(context, copy(behind, 31));
  expect((await verified(behind)).broken).toEqual({ sequence: 31, breach: 'EXTRA' });
  const between = await tenantWith(30);
  await asSuperuser(
    context,
    `update journal_request set sequence = sequence + 100 where tenant_id = '${between}' and sequence > 16`,
    copy(between, 17),
    `update journal_request set sequence = sequence - 99 where tenant_id = '${between}' and sequence > 100`,
  );
  expect((await verified(between)).broken).toEqual({ sequence: 17, breach: 'CHANGED' });
});

test('entries that change places are found', async (context) => {
  const tenantId = await tenantWith(30);
  const move = (from: number, to: number): string =>
    `update journal_request set sequence = ${to} where tenant_id = '${tenantId}' and sequence = ${from}`;
  await asSuperuser(context, move(12, 1_000), move(13, 12), move(1_000, 13));
  expect((await verified(tenantId)).broken).toEqual({ sequence: 12, breach: 'CHANGED' });
});

test('whoever cuts the end off and moves the end there is found by an end that was kept', async (context) => {
  const tenantId = await tenantWith(30);
  const { head } = await verified(tenantId);
  if (head === null) throw new Error('there is no end');
  await asSuperuser(
    context,
    `delete from journal_request where tenant_id = '${tenantId}' and sequence > 20`,
    `update journal_head set sequence = 20, hash = (select hash from journal_request where tenant_id = '${tenantId}' and sequence = 20) where tenant_id = '${tenantId}'`,
  );
  expect((await verified(tenantId)).broken).toBeNull();
  expect((await verified(tenantId, { known: head })).broken).toEqual({ sequence: 21, breach: 'MISSING' });
});

test('old days go whole, by a checkpoint, and the rest still holds', async () => {
  const tenantId = await tenantWith(35);
  const pruning = { tenantId, chain: 'REQUESTS' as const, before: new Date(Date.UTC(2026, 0, 3)), reason: 'retention' };
  expect(await countPrunable(database, pruning)).toBe(20);
  expect(await prune(database, key, pruning, new Date())).toBe(20);
  expect(await prune(database, key, pruning, new Date())).toBe(0);
  expect(await verified(tenantId)).toMatchObject({ verified: 15, deletedUpTo: 20, broken: null });
  // The last day stays: what comes next is chained to it.
  expect(await prune(database, key, { ...pruning, before: new Date(Date.UTC(2030, 0, 1)) }, new Date())).toBe(10);
  expect(await verified(tenantId)).toMatchObject({ verified: 5, deletedUpTo: 30, broken: null });
});

test('a checkpoint that somebody made by hand is none', async (context) => {
  const tenantId = await tenantWith(30);
  await asSuperuser(
    context,
    `insert into journal_checkpoint select tenant_id, 'REQUESTS', 10, hash, segment, 10, 'retention', now(), 'seal' from journal_request where tenant_id = '${tenantId}' and sequence = 10`,
    `delete from journal_request where tenant_id = '${tenantId}' and sequence <= 10`,
  );
  expect((await verified(tenantId)).broken).toEqual({ sequence: 10, breach: 'FORGED' });
});

test('the app’s login can neither change nor delete an entry, nor say that one may go', async () => {
  const tenantId = await tenantWith(3);
  for (const statement of [
    "update journal_request set outcome = 'OK'",
    'delete from journal_request',
    'update audit_entry set after = null',
    'delete from audit_entry',
    "insert into journal_checkpoint values (gen_random_uuid(), 'REQUESTS', 1, 'h', now(), 1, 'r', now(), 's')",
    'delete from journal_head',
    'truncate journal_request',
  ])
    await expect(database.unitOfWork(tenantId, (unit) => sql.raw(statement).execute(unit.sql))).rejects.toThrow('permission denied');
  const uncovered = database.systemWork((db) => sql`delete from journal_request where tenant_id = ${tenantId}::uuid`.execute(db));
  expect(Number((await uncovered).numAffectedRows)).toBe(0);
});

test('what was erased from the trail is told, and what was changed in it is found', async (context) => {
  const tenantId = randomUUID();
  for (const name of ['Ada', 'Bob', 'Eve'])
    await database.unitOfWork(tenantId, async (unit) =>
      unit.audit({
        action: 'person.renamed',
        subject: { type: 'Person', id: '1' },
        before: { name, n: 1.5e-7 },
        after: { b: 1, a: 'ü\u0000' },
      }),
    );
  const trail = (): Promise<Verification> => verifyChain(database, key, { name: 'CHANGES', tenantId });
  expect(await trail()).toMatchObject({ verified: 3, erased: 0, broken: null });
  const rewritten = database.systemWork((db) => sql`update audit_entry set after = '{}' where tenant_id = ${tenantId}::uuid`.execute(db));
  await expect(rewritten).rejects.toThrow('row-level security');
  await eraseAuditContent(database, tenantId, ['bob'], new Date());
  expect(await trail()).toMatchObject({ verified: 3, erased: 1, broken: null });
  await asSuperuser(context, `update audit_entry set before = '{"name":"Ada 2"}' where tenant_id = '${tenantId}' and sequence = 1`);
  expect((await trail()).broken).toEqual({ sequence: 1, breach: 'CHANGED' });
});
