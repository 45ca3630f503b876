import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TestSystem } from '../../tests/testkit/test-system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { idOf, testModel, testTables, type TestEntity } from './model.testkit.ts';

/** Gives a tenant these records as the ontology would, and tells of it. */
export async function publishCompany(t: TestSystem, viewer: UserViewer, company: TestEntity[], version = 1): Promise<void> {
  const { create, insert } = testTables(company);
  await t.system.database.tenants.define(viewer.tenantId, async (db) => {
    for (const statement of create) await sql.raw(statement).execute(db);
  });
  await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    await unit.asTenant(async (db) => {
      for (const statement of insert) await sql.raw(statement).execute(db);
    });
    unit.emit('ontology.published', {
      proposalId: randomUUID(),
      connectionId: idOf('connection'),
      decidedBy: null,
      model: testModel(company, version),
    });
  });
  await t.settled();
}

/** Tells that records have changed. */
export async function tellChanged(t: TestSystem, viewer: UserViewer, names: readonly string[]): Promise<void> {
  await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    unit.emit('ontology.canonical-changed', {
      connectionId: idOf('connection'),
      proposalId: null,
      syncId: null,
      entities: names.map((name) => ({ name, changed: 1, removed: 0 })),
    });
  });
  await t.settled();
}
