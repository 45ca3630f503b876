import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';
import { ConnectionRow } from '../subgraphs/connectors/connections/connection.entity.ts';
import { connectorsEntities } from '../subgraphs/connectors/entities.ts';
import { createConnectors } from '../subgraphs/connectors/index.ts';
import { withLogContext } from '../subgraphs/kernel/telemetry/logger.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { eraseAuditContent } from '../subgraphs/kernel/audit/erase.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createConnectors, entities: connectorsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

interface Kept {
  action: string;
  subject_type: string;
  subject_id: string;
  user_id: string | null;
  request_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

const trailOf = ({ tenantId }: UserViewer): Promise<Kept[]> =>
  t.system.database.unitOfWork(tenantId, async (unit) => {
    const { rows } = await sql<Kept>`select * from audit_entry order by sequence`.execute(unit.sql);
    return rows;
  });

const connection = (viewer: UserViewer) => ({
  id: randomUUID(),
  tenantId: viewer.tenantId,
  name: 'Sales',
  kind: 'FILES' as const,
  location: '/tmp',
  secret: 'sealed:hunter2',
  settings: { apiToken: 'hunter2', page: 5 },
  status: 'READY' as const,
  statusReason: null,
  createdBy: viewer.userId,
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
});

test('what MikroORM writes is in the trail with who and before and after, and nothing that opens anything', async () => {
  const viewer = await t.newTenant();
  const { database } = t.system;
  const row = connection(viewer);
  await withLogContext({ requestId: 'r-1', userId: viewer.userId }, () =>
    database.unitOfWork(viewer.tenantId, async ({ em }) => void em.create(ConnectionRow, row)),
  );
  await database.unitOfWork(viewer.tenantId, async ({ em }) => {
    (await em.findOneOrFail(ConnectionRow, { id: row.id })).name = 'Sales 2';
  });
  await database.unitOfWork(viewer.tenantId, async ({ em }) => void em.remove(await em.findOneOrFail(ConnectionRow, { id: row.id })));
  const [created, changed, removed, ...rest] = await trailOf(viewer);
  expect(rest).toEqual([]);
  expect(created).toMatchObject({
    action: 'connection.created',
    subject_type: 'Connection',
    subject_id: row.id,
    user_id: viewer.userId,
    request_id: 'r-1',
    before: null,
    after: {
      name: 'Sales',
      secret: '(hidden)',
      settings: { apiToken: '(hidden)', page: 5 },
      createdAt: '2026-01-02T03:04:05.678Z',
    },
  });
  expect(changed).toMatchObject({ action: 'connection.changed', user_id: null, before: { name: 'Sales' }, after: { name: 'Sales 2' } });
  expect(removed).toMatchObject({ action: 'connection.removed', before: { name: 'Sales 2' }, after: null });
  expect(JSON.stringify(await trailOf(viewer))).not.toContain('hunter2');
});

test('statements that go past the unit of work are in the trail, those that change nothing are not', async () => {
  const viewer = await t.newTenant();
  const { database } = t.system;
  const row = connection(viewer);
  const where = { id: row.id, status: 'READY' as const };
  await database.unitOfWork(viewer.tenantId, async ({ em }) => {
    await em.insertMany(ConnectionRow, [row]);
    expect(await em.nativeUpdate(ConnectionRow, where, { status: 'FAILED' })).toBe(1);
    expect(await em.nativeUpdate(ConnectionRow, where, { status: 'FAILED' })).toBe(0);
    await em.upsert(ConnectionRow, { ...row, name: 'Other', status: 'FAILED' as never });
    expect(await em.nativeDelete(ConnectionRow, { id: row.id })).toBe(1);
  });
  expect(
    (await trailOf(viewer)).map(({ action, before, after }) => [action, before?.['status'], after?.['status'], after?.['name']]),
  ).toEqual([
    ['connection.created', undefined, 'READY', 'Sales'],
    ['connection.changed', 'READY', 'FAILED', undefined],
    ['connection.changed', undefined, undefined, 'Other'],
    ['connection.removed', 'FAILED', undefined, undefined],
  ]);
});

test('what is rolled back leaves nothing', async () => {
  const viewer = await t.newTenant();
  const failed = t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    await unit.em.insertMany(ConnectionRow, [connection(viewer)]);
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await trailOf(viewer)).toEqual([]);
});

test('a thousand changes at once are told by their number, and large values by their size', async () => {
  const viewer = await t.newTenant();
  await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    for (let index = 0; index < 1_000; index++)
      unit.audit({
        action: 'thing.made',
        subject: { type: 'Thing', id: String(index) },
        before: null,
        after: { text: 'x'.repeat(100_000) },
      });
  });
  const trail = await trailOf(viewer);
  expect(trail).toHaveLength(201);
  expect(trail.at(-1)).toMatchObject({ action: 'various.changed', after: { 'thing.made': 800 } });
  expect(String(trail[0]?.after?.['text']).length).toBeLessThan(600);
});

test('what has to be forgotten is erased from the entries, which stay', async () => {
  const viewer = await t.newTenant();
  const { database } = t.system;
  await database.unitOfWork(viewer.tenantId, async (unit) => {
    unit.audit({ action: 'person.invited', subject: { type: 'Invitation', id: '1' }, before: null, after: { email: 'Ada@Example.com' } });
    unit.audit({ action: 'person.invited', subject: { type: 'Invitation', id: '2' }, before: null, after: { email: 'bob@example.com' } });
  });
  expect(await eraseAuditContent(database, viewer.tenantId, ['ada@example.com'], new Date())).toBe(1);
  expect((await trailOf(viewer)).map(({ after }) => after?.['email'] ?? null)).toEqual([null, 'bob@example.com']);
});
