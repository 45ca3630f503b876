import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import { ApprovalRow } from '../approvals/approval.entity.ts';
import { requestApproval } from '../approvals/approvals.ts';
import { tenantSchemaName } from '../tenancy/tenant-names.ts';
import { createWorkerPool } from '../worker/worker-pool.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { assertOutsideUnitOfWork, outsideUnitOfWork } from './unit-guard.ts';

const PERMISSION_DENIED = '42501';

let t: TestKernel;
beforeAll(async () => {
  t = await openTestKernel();
});
afterAll(() => t[Symbol.asyncDispose]());

const registered = (tenantId: string) => ({ tenantId, name: 'Acme', ownerId: randomUUID() });
const ask = (unit: UnitOfWork, subject: string) =>
  requestApproval(unit, { title: 'T', intent: 'I', evidence: {}, subject, now: new Date() });
const approvalsSeen = (tenantId: string) => t.database.unitOfWork(tenantId, (unit) => unit.em.count(ApprovalRow, {}));
const eventsSeen = (tenantId: string) =>
  t.database.unitOfWork(tenantId, async (unit) => (await sql`select 1 from outbox_entry`.execute(unit.sql)).rows.length);
const landRecord = (tenantId: string, key: string) =>
  t.database.unitOfWork(tenantId, (unit) =>
    unit.asTenant((db) =>
      sql`insert into raw_record (object_id, record_key, ordinal, data, content_hash, sync_id, changed_sync_id)
        values (${randomUUID()}, ${key}, 1, '{}', 'h', ${randomUUID()}, ${randomUUID()})`.execute(db),
    ),
  );

/** Who a fresh transaction of the pool is, asked of more connections than the pool has. */
async function identitiesOfThePool(): Promise<string[]> {
  const asked = Array.from({ length: 30 }, () =>
    t.database.sessionWork({}, (em) =>
      em.execute(
        `select current_user || ' ' || coalesce(current_setting('app.tenant_id', true), '') || ' ' || current_setting('search_path') as who`,
      ),
    ),
  );
  return [...new Set((await Promise.all(asked)).map((rows) => String((rows as { who: string }[])[0]?.who)))];
}

describe('one unit of work is one transaction', () => {
  test('rows and events are there after it', async () => {
    const tenantId = await t.newTenant();
    await t.database.unitOfWork(tenantId, async (unit) => {
      await ask(unit, 'a');
      unit.emit('accounts.tenant-registered', registered(tenantId));
    });
    // What is asked for is told, too.
    expect([await approvalsSeen(tenantId), await eventsSeen(tenantId)]).toEqual([1, 2]);
  });

  test('neither rows nor events are there when the work throws', async () => {
    const tenantId = await t.newTenant();
    const work = t.database.unitOfWork(tenantId, async (unit) => {
      await ask(unit, 'a');
      unit.emit('accounts.tenant-registered', registered(tenantId));
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrowError('changed my mind');
    expect([await approvalsSeen(tenantId), await eventsSeen(tenantId)]).toEqual([0, 0]);
  });

  test('an event that breaks its contract takes the rows back', async () => {
    const tenantId = await t.newTenant();
    const work = t.database.unitOfWork(tenantId, async (unit) => {
      await ask(unit, 'a');
      unit.emit('accounts.tenant-registered', { ...registered(tenantId), ownerId: 'nobody' });
    });
    await expect(work).rejects.toThrowError('ownerId');
    expect(await approvalsSeen(tenantId)).toBe(0);
  });

  test('listeners hear of committed events only', async () => {
    const tenantId = await t.newTenant();
    let heard = 0;
    t.database.onEvents(() => heard++);
    const emit = (fail: boolean) =>
      t.database.unitOfWork(tenantId, async (unit) => {
        unit.emit('accounts.tenant-registered', registered(tenantId));
        if (fail) throw new Error('no');
      });
    await expect(emit(true)).rejects.toThrowError('no');
    expect(heard).toBe(0);
    await emit(false);
    expect(heard).toBe(1);
  });
});

describe('what would wait for a connection is refused inside a unit of work', () => {
  const inside: [string, (tenantId: string) => Promise<unknown>][] = [
    ['another unit of work', (tenantId) => t.database.unitOfWork(tenantId, async () => undefined)],
    ['work of the system', () => t.database.systemWork(async () => undefined)],
    ['a session', () => t.database.sessionWork({}, async () => undefined)],
    ['tenant DDL', (tenantId) => t.database.tenants.create(tenantId)],
    [
      'a worker thread',
      async () => {
        const pool = createWorkerPool();
        try {
          await pool.run(new URL('file:///not-reached.js'), {});
        } finally {
          await pool.close();
        }
      },
    ],
    ['anything that asks first, such as HTTP', async () => assertOutsideUnitOfWork('HTTP')],
  ];
  test.each(inside)('%s', async (_what, attempt) => {
    const tenantId = await t.newTenant();
    await expect(t.database.unitOfWork(tenantId, () => attempt(tenantId))).rejects.toThrowError('inside a unit of work');
    await expect(t.database.systemWork(() => attempt(tenantId))).rejects.toThrowError('inside a unit of work');
  });

  test('background work that leaves the unit behind may open its own', async () => {
    const tenantId = await t.newTenant();
    let background: Promise<number> = Promise.resolve(-1);
    await t.database.unitOfWork(tenantId, async () => {
      background = outsideUnitOfWork(() => approvalsSeen(tenantId));
    });
    expect(await background).toBe(0);
  });
});

describe('two tenants never see each other', () => {
  test('a query of the platform tables that forgets the tenant reads only its own rows', async () => {
    const [a, b] = [await t.newTenant(), await t.newTenant()];
    await t.database.unitOfWork(a, (unit) => ask(unit, 'of a'));
    await t.database.unitOfWork(b, (unit) => ask(unit, 'of b'));
    const seenByA = await t.database.unitOfWork(a, (unit) => sql`select subject from approval`.execute(unit.sql));
    expect(seenByA.rows).toEqual([{ subject: 'of a' }]);
  });

  test('a row of another tenant can be neither written nor changed nor removed', async () => {
    const [a, b] = [await t.newTenant(), await t.newTenant()];
    const theirs = await t.database.unitOfWork(b, (unit) => ask(unit, 'of b'));
    await expect(
      t.database.unitOfWork(a, (unit) =>
        sql`insert into idempotency_record (tenant_id, actor_id, key, request_hash, status, claim, claimed_until)
          values (${b}, ${a}, 'k', 'h', 'CLAIMED', ${a}, now())`.execute(unit.sql),
      ),
    ).rejects.toMatchObject({ code: PERMISSION_DENIED });
    const touched = await t.database.unitOfWork(a, async (unit) => [
      await unit.em.nativeUpdate(ApprovalRow, { id: theirs.id }, { title: 'mine now' }),
      await unit.em.nativeDelete(ApprovalRow, { id: theirs.id }),
    ]);
    expect(touched).toEqual([0, 0]);
    expect(await t.database.unitOfWork(b, (unit) => unit.em.findOne(ApprovalRow, { id: theirs.id }))).toMatchObject({ title: 'T' });
  });

  test('without a tenant the platform tables are empty', async () => {
    const a = await t.newTenant();
    await t.database.unitOfWork(a, (unit) => ask(unit, 'of a'));
    expect(await t.database.sessionWork({}, (em) => em.execute('select * from approval'))).toEqual([]);
  });

  test('the system role reads the event log and nothing of what people keep', async () => {
    await expect(t.database.systemWork((db) => sql`select 1 from outbox_entry limit 1`.execute(db))).resolves.toBeDefined();
    for (const table of ['approval', 'user_account', 'notification', 'journal_entry'])
      await expect(t.database.systemWork((db) => sql`select * from ${sql.id(table)}`.execute(db))).rejects.toMatchObject({
        code: PERMISSION_DENIED,
      });
  });
});

describe('a tenant’s role', () => {
  test('reads its own schema and not its neighbour’s, nor the platform’s tables', async () => {
    const [a, b] = [await t.newTenant({ schema: true }), await t.newTenant({ schema: true })];
    await landRecord(a, 'of a');
    await landRecord(b, 'of b');
    const read = (from: string) =>
      t.database.unitOfWork(a, (unit) => unit.asTenant((db) => sql`select * from ${sql.raw(from)}`.execute(db)));
    expect((await read('raw_record')).rows).toMatchObject([{ record_key: 'of a' }]);
    for (const table of [`${tenantSchemaName(b)}.raw_record`, 'public.approval', 'public.outbox_entry', 'public.migration'])
      await expect(read(table)).rejects.toMatchObject({ code: PERMISSION_DENIED });
  });

  test('owns nothing: it cannot change its tables', async () => {
    const a = await t.newTenant({ schema: true });
    for (const ddl of ['alter table raw_record add column x int', 'drop table raw_record', 'create table mine (x int)'])
      await expect(t.database.unitOfWork(a, (unit) => unit.asTenant((db) => sql.raw(ddl).execute(db)))).rejects.toMatchObject({
        code: PERMISSION_DENIED,
      });
  });

  test('is left when its work is done, so that the unit goes on as the app', async () => {
    const a = await t.newTenant({ schema: true });
    const count = await t.database.unitOfWork(a, async (unit) => {
      await unit.asTenant((db) => sql`select 1 from raw_record`.execute(db));
      await ask(unit, 'after');
      return unit.em.count(ApprovalRow, {});
    });
    expect(count).toBe(1);
  });

  test('is left when its work throws and the unit goes on', async () => {
    const a = await t.newTenant({ schema: true });
    await t.database.unitOfWork(a, async (unit) => {
      const inside = unit.asTenant(async () => {
        throw new Error('not SQL');
      });
      await expect(inside).rejects.toThrowError('not SQL');
      await ask(unit, 'after');
    });
    expect(await approvalsSeen(a)).toBe(1);
  });

  test('never reaches the next unit of the pool, not even after errors', async () => {
    const a = await t.newTenant({ schema: true });
    const clean = await identitiesOfThePool();
    expect(clean).toHaveLength(1);
    expect(clean[0]).toMatch(/^autonomos_app {2}/);
    const enter = (statement: string) =>
      t.database.unitOfWork(a, (unit) => unit.asTenant((db) => sql.raw(statement).execute(db))).catch(() => 'failed');
    await Promise.all(Array.from({ length: 30 }, (_, i) => enter(i % 2 === 0 ? 'select 1 from raw_record' : 'select 1 from nowhere')));
    expect(await identitiesOfThePool()).toEqual(clean);
  });
});
