import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import type { Database } from '../database/database.ts';
import { vaultKey } from '../vault/vault.ts';
import { openIdempotency, type Idempotency, type IdempotencyTimes, type OnceOutcome } from './idempotency.ts';
import { pruneKeys } from './records.ts';

let t: TestKernel;
beforeAll(async () => {
  t = await openTestKernel();
});
afterAll(() => t[Symbol.asyncDispose]());

const VAULT = vaultKey(randomBytes(32));
const ACTOR = randomUUID();

function process(database: Database = t.database, times: Partial<IdempotencyTimes> = { lookMs: 5 }): Idempotency {
  const idempotency = openIdempotency({ database, vault: VAULT, logger: t.logger }, times);
  onTestFinished(() => idempotency.close());
  return idempotency;
}

interface Call {
  tenantId: string;
  actorId?: string;
  key?: string;
  request?: string;
}

const call = (one: Idempotency, { tenantId, actorId = ACTOR, key = 'k', request = 'r' }: Call, work: () => Promise<OnceOutcome<string>>) =>
  one.once({ tenantId, actorId, key, request }, work, (reply) => reply);
const kept = (reply: string) => async (): Promise<OnceOutcome<string>> => ({ value: reply, fate: 'KEEP', reply });
const replyTo = async (...given: Parameters<typeof call>): Promise<string> => (await call(...given)).value;
const recordsOf = (tenantId: string) =>
  t.database.unitOfWork(
    tenantId,
    async (unit) => (await sql<{ sealed_reply: string }>`select * from idempotency_record`.execute(unit.sql)).rows,
  );
const makeOlder = (tenantId: string, hours: number) =>
  t.database.unitOfWork(tenantId, (unit) =>
    sql`update idempotency_record set created_at = now() - ${hours} * interval '1 hour', claimed_until = now() - interval '1 second'`.execute(
      unit.sql,
    ),
  );

test('a thousand calls with twenty keys in two processes have twenty effects, and everybody gets the reply of theirs', async () => {
  const tenantId = await t.newTenant();
  const processes = [process(), process(await t.anotherProcess())];
  const effects = new Map<string, number>();
  const calls = Array.from({ length: 1_000 }, async (_, number) => {
    const key = `key ${number % 20}`;
    const one = processes[number % 2] ?? process();
    const reply = await replyTo(one, { tenantId, key }, async () => {
      effects.set(key, (effects.get(key) ?? 0) + 1);
      return kept(`${key}: ${randomUUID()}`)();
    });
    return { key, reply };
  });
  const replies = Map.groupBy(await Promise.all(calls), ({ key }) => key);
  expect([...effects.values()]).toEqual(Array.from({ length: 20 }, () => 1));
  for (const [key, given] of replies) {
    expect(new Set(given.map(({ reply }) => reply)).size).toBe(1);
    expect(given[0]?.reply).toContain(key);
  }
});

test('a later call gets the first reply, and one with another request none', async () => {
  const tenantId = await t.newTenant();
  expect(await call(process(), { tenantId }, kept('first'))).toEqual({ value: 'first', replayed: false });
  expect(await call(process(), { tenantId }, kept('second'))).toEqual({ value: 'first', replayed: true });
  await expect(call(process(), { tenantId, request: 'other' }, kept('third'))).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('keys belong to one actor of one tenant', async () => {
  const [a, b] = [await t.newTenant(), await t.newTenant()];
  const one = process();
  expect([
    await replyTo(one, { tenantId: a }, kept('1')),
    await replyTo(one, { tenantId: b }, kept('2')),
    await replyTo(one, { tenantId: a, actorId: randomUUID() }, kept('3')),
  ]).toEqual(['1', '2', '3']);
});

test('what is to be forgotten keeps nothing, and those who waited try it themselves', async () => {
  const tenantId = await t.newTenant();
  const one = process();
  let attempts = 0;
  const failingOnce = async (): Promise<OnceOutcome<string>> =>
    ++attempts === 1 ? { value: 'busy', fate: 'FORGET' } : kept(`attempt ${attempts}`)();
  const replies = await Promise.all([1, 2, 3].map(() => replyTo(one, { tenantId }, failingOnce)));
  expect(replies).toEqual(['busy', 'attempt 2', 'attempt 2']);
  await call(one, { tenantId, key: 'other' }, async () => ({ value: 'busy', fate: 'FORGET' }));
  expect(await recordsOf(tenantId)).toHaveLength(1);
});

test('what broke off is in doubt for everybody, and is never carried out again', async () => {
  const tenantId = await t.newTenant();
  const one = process();
  const failing = call(one, { tenantId }, () => Promise.reject(new Error('broke off')));
  await expect(failing).rejects.toThrow('broke off');
  for (const each of [one, process()])
    await expect(call(each, { tenantId }, kept('again'))).rejects.toMatchObject({ code: 'IDEMPOTENCY_IN_DOUBT' });
});

test('a process that dies leaves its keys in doubt once its lease has run out; until then others wait', async () => {
  const tenantId = await t.newTenant();
  let dead = false;
  const dying: Database = {
    ...t.database,
    unitOfWork: (tenant, work) => (dead ? Promise.reject(new Error('dead')) : t.database.unitOfWork(tenant, work)),
  };
  const times = { leaseMs: 300, lookMs: 5, patienceMs: 10_000 };
  const one = process(dying, times);
  const begun = Promise.withResolvers<void>();
  void call(one, { tenantId }, () => {
    begun.resolve();
    return new Promise(() => undefined);
  });
  await begun.promise;
  const other = call(process(t.database, times), { tenantId }, kept('again'));
  dead = true;
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_IN_DOUBT' });
});

test('a claim is held for as long as its process lives, and who waits too long for it is told so', async () => {
  const tenantId = await t.newTenant();
  const times = { leaseMs: 150, lookMs: 5, patienceMs: 600 };
  const done = Promise.withResolvers<OnceOutcome<string>>();
  const begun = Promise.withResolvers<void>();
  const first = replyTo(process(t.database, times), { tenantId }, () => {
    begun.resolve();
    return done.promise;
  });
  await begun.promise;
  await expect(call(process(t.database, times), { tenantId }, kept('again'))).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_BUSY' });
  done.resolve({ value: 'first', fate: 'KEEP', reply: 'first' });
  expect(await first).toBe('first');
  expect(await replyTo(process(), { tenantId }, kept('again'))).toBe('first');
});

test('replies are sealed, and open in their own place only', async () => {
  const tenantId = await t.newTenant();
  await call(process(), { tenantId, key: 'one' }, kept('a secret token'));
  await call(process(), { tenantId, key: 'other' }, kept('another'));
  expect(JSON.stringify(await recordsOf(tenantId))).not.toContain('secret token');
  await t.database.unitOfWork(tenantId, (unit) =>
    sql`update idempotency_record set sealed_reply = (select sealed_reply from idempotency_record where key = 'one')`.execute(unit.sql),
  );
  await expect(call(process(), { tenantId, key: 'other' }, kept('x'))).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' });
});

test('a reply that is too long is not kept, and what it answers is carried out once all the same', async () => {
  const tenantId = await t.newTenant();
  const long = 'x'.repeat(1024 * 1024 + 1);
  expect(await replyTo(process(), { tenantId }, kept(long))).toBe(long);
  await expect(call(process(), { tenantId }, kept('again'))).rejects.toMatchObject({ code: 'IDEMPOTENCY_REPLY_LOST' });
});

test('after a day a key is free again, and forgotten', async () => {
  const tenantId = await t.newTenant();
  await call(process(), { tenantId }, kept('first'));
  await makeOlder(tenantId, 23);
  expect(await replyTo(process(), { tenantId }, kept('second'))).toBe('first');
  await makeOlder(tenantId, 25);
  expect(await replyTo(process(), { tenantId }, kept('third'))).toBe('third');
  await makeOlder(tenantId, 25);
  await pruneKeys(t.database);
  expect(await recordsOf(tenantId)).toEqual([]);
});

test.each([
  ['empty', ''],
  ['256 characters', 'x'.repeat(256)],
  ['a NUL, which PostgreSQL cannot keep', 'a\0b'],
])('a key that is %s is refused', async (_what, key) => {
  await expect(call(process(), { tenantId: await t.newTenant(), key }, kept('x'))).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_INVALID',
  });
});

test.each(['x', 'x'.repeat(255), '💥'.repeat(127)])('a key of 1 to 255 characters is kept', async (key) => {
  const tenantId = await t.newTenant();
  await call(process(), { tenantId, key }, kept('first'));
  expect(await replyTo(process(), { tenantId, key }, kept('second'))).toBe('first');
});
