import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { act, ask, connected, goldenNames, historyOf } from './resolution.testkit.ts';
import { resolutionRetention as retention } from './retention.ts';

let t: TestSystem;
let viewer: UserViewer;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
  viewer = await t.newTenant();
});
afterAll(() => t[Symbol.asyncDispose]());

const LIMIT = 1_000;
const TOMORROW = new Date(Date.now() + 86_400_000);
const due = (): Promise<number> =>
  t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    retention.within === 'UNIT' ? retention.count(unit, TOMORROW) : Promise.resolve(-1),
  );
const prune = (): Promise<number> =>
  t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    retention.within === 'UNIT' ? retention.prune(unit, TOMORROW, LIMIT) : Promise.resolve(-1),
  );
const overrides = (): Promise<number> =>
  t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) => Number((await sql<{ n: string }>`select count(*) as n from golden_override`.execute(db)).rows[0]?.n)),
  );

test('nothing is due where nothing was resolved', async () => {
  expect(await due()).toBe(0);
  expect(await prune()).toBe(0);
});

test('what became of records goes when its time is over; a value goes only with the last of its record', async () => {
  const { crm, billing } = await connected(t, viewer);
  const [first] = await goldenNames(t, viewer);
  const set = 'mutation ($id: ID!) { overrideValue(recordId: $id, attribute: "name", value: "Said so") { __typename } }';
  await ask(t, viewer, set, { id: first?.id });
  await act(t, viewer, 'verifyRecord(id: $id)', { id: first?.id ?? '' });
  const changes = (await historyOf(t, viewer)).resolutionHistory.nodes.length;
  expect(changes).toBeGreaterThan(0);
  expect(await due()).toBe(changes);
  expect(await prune()).toBe(changes);
  expect([(await historyOf(t, viewer)).resolutionHistory.nodes.length, await overrides()]).toEqual([0, 1]);
  await crm.remove();
  await billing.remove();
  await t.settled();
  expect(await due()).toBeGreaterThan(0);
  await prune();
  expect(await overrides()).toBe(0);
});
