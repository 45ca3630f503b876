import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import { idempotently } from './idempotency.ts';

const reply = z.object({ number: z.number() });
type Reply = z.infer<typeof reply>;

let t: TestKernel;
beforeAll(async () => {
  t = await openTestKernel();
});
afterAll(() => t[Symbol.asyncDispose]());

interface Call {
  tenantId: string;
  actorId?: string;
  key: string;
  request?: unknown;
}

const ACTOR = randomUUID();
const call = ({ tenantId, actorId = ACTOR, key, request = { amount: 1 } }: Call, work: () => Promise<Reply>): Promise<Reply> =>
  t.database.unitOfWork(tenantId, (unit) => idempotently(unit, { key, actorId, request, parse: (json) => reply.parse(json) }, work));

const recordsOf = (tenantId: string) =>
  t.database.unitOfWork(tenantId, async (unit) => (await sql`select 1 from idempotency_record`.execute(unit.sql)).rows.length);

test('fifty calls at once with one key have one effect and one reply', async () => {
  const tenantId = await t.newTenant();
  let effects = 0;
  const replies = await Promise.all(Array.from({ length: 50 }, () => call({ tenantId, key: 'k' }, async () => ({ number: ++effects }))));
  expect(effects).toBe(1);
  expect(new Set(replies.map(({ number }) => number))).toEqual(new Set([1]));
});

test('a key used with another request is refused, and the first reply stays', async () => {
  const tenantId = await t.newTenant();
  await call({ tenantId, key: 'k' }, async () => ({ number: 1 }));
  await expect(call({ tenantId, key: 'k', request: { amount: 2 } }, async () => ({ number: 2 }))).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
  expect(await call({ tenantId, key: 'k' }, async () => ({ number: 3 }))).toEqual({ number: 1 });
});

test('a call that fails keeps nothing: the same key may be tried again, also by those that waited for it', async () => {
  const tenantId = await t.newTenant();
  let attempts = 0;
  const failOnce = async (): Promise<Reply> => {
    attempts++;
    if (attempts === 1) throw new Error('first time');
    return { number: attempts };
  };
  const outcomes = await Promise.allSettled([0, 1, 2].map(() => call({ tenantId, key: 'k' }, failOnce)));
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(attempts).toBe(2);
  expect(await recordsOf(tenantId)).toBe(1);
  await expect(
    call({ tenantId, key: 'other' }, async () => {
      throw new Error('no');
    }),
  ).rejects.toThrowError('no');
  expect(await recordsOf(tenantId)).toBe(1);
});

test('keys belong to one actor of one tenant', async () => {
  const [a, b] = [await t.newTenant(), await t.newTenant()];
  const replies = [
    await call({ tenantId: a, key: 'k' }, async () => ({ number: 1 })),
    await call({ tenantId: b, key: 'k' }, async () => ({ number: 2 })),
    await call({ tenantId: a, actorId: randomUUID(), key: 'k' }, async () => ({ number: 3 })),
  ];
  expect(replies.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test.each([
  ['empty', ''],
  ['256 characters', 'x'.repeat(256)],
  ['a NUL, which PostgreSQL cannot keep', 'a\0b'],
])('a key that is %s is refused', async (_what, key) => {
  const tenantId = await t.newTenant();
  await expect(call({ tenantId, key }, async () => ({ number: 1 }))).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_INVALID' });
});

test.each(['x', 'x'.repeat(255), '💥'.repeat(127)])('a key of 1 to 255 characters is kept', async (key) => {
  const tenantId = await t.newTenant();
  await call({ tenantId, key }, async () => ({ number: 1 }));
  expect(await call({ tenantId, key }, async () => ({ number: 2 }))).toEqual({ number: 1 });
});
