import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Measure } from '../../kernel/limits/plans.ts';
import { writePlan } from '../../kernel/limits/usage-rows.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { CONNECT, SHOP, type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

/** A small company that has used so much of something this month. */
async function usedUp(measure: Measure, amount: number): Promise<UserViewer> {
  const viewer = await c.t.newTenant();
  const { tenantId } = viewer;
  const { database, usage } = c.t.system;
  await database.unitOfWork(tenantId, async (unit) => {
    await sql`insert into tenant (id, name, slug, kind, created_at)
      values (${tenantId}, 'Small', ${tenantId}, 'ORGANISATION', now())`.execute(unit.sql);
    await writePlan(unit, 'STARTER', new Date());
  });
  usage.count(tenantId, measure, amount);
  await usage.flush();
  return viewer;
}

test('what lands counts, and a sync that would land more than the plan has ends with the reason, and goes on once there is room', async () => {
  const viewer = await usedUp('RECORDS', 999_000);
  const { connection, sync } = await c.connect(viewer, { folder: await c.folderWith(SHOP) });
  expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'FAILED', problem: { code: 'QUOTA_EXCEEDED' } });
  await c.t.system.database.unitOfWork(viewer.tenantId, (unit) => writePlan(unit, 'TEAM', new Date()));
  await c.t.system.database.unitOfWork(viewer.tenantId, (unit) => c.t.system.usage.current(unit));
  expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED' });
});

test('a plan without runs left starts none', async () => {
  const viewer = await usedUp('RUNS', 2_000);
  const input = { folder: await c.folderWith(SHOP) };
  const { errors } = await c.t.graph('connectors', CONNECT, { input }, viewer);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUOTA_EXCEEDED', retry: false });
});
