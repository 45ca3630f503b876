import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { idOf, testModel, testTables, type TestEntity } from '../model.testkit.ts';

export type Json = ReturnType<typeof JSON.parse>;

/** A system with insights alone, and companies whose model is published to it. */
export interface DashboardsTest extends AsyncDisposable {
  t: TestSystem;
  /** A new tenant with this model and these records. */
  company: (entities: TestEntity[]) => Promise<UserViewer>;
  /** Has the schedule of a dashboard be due at this moment. */
  makeDue: (viewer: UserViewer, dashboardId: string) => Promise<void>;
  /** Makes the viewer a member on record. */
  join: (viewer: UserViewer) => Promise<void>;
  /** One operation; errors fail the test. */
  run: (viewer: UserViewer, query: string, variables?: Record<string, unknown>) => Promise<Json>;
}

/** Starts the system; dispose of it when done. */
export async function startDashboardsTest(): Promise<DashboardsTest> {
  const t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  return {
    t,
    async company(entities) {
      const viewer = await t.newTenant();
      const { create, insert } = testTables(entities);
      await t.system.database.tenants.define(viewer.tenantId, async (db) => {
        for (const statement of create) await sql.raw(statement).execute(db);
      });
      await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
        await unit.asTenant(async (db) => {
          for (const statement of insert) await sql.raw(statement).execute(db);
        });
        const model = testModel(entities);
        unit.emit('ontology.published', { proposalId: randomUUID(), connectionId: idOf('connection'), decidedBy: null, model });
      });
      await t.settled();
      return viewer;
    },
    async makeDue({ tenantId }, dashboardId) {
      await t.system.database.unitOfWork(tenantId, ({ sql: db }) =>
        sql`update dashboard_schedule set next_at = now() - interval '1 minute' where dashboard_id = ${dashboardId}::uuid`.execute(db),
      );
    },
    async join({ tenantId, userId, role }) {
      await t.system.database.unitOfWork(tenantId, async ({ sql: db }) => {
        await sql`insert into tenant (id, name, slug, kind, created_at)
          values (${tenantId}::uuid, 'Ours', ${tenantId}, 'ORGANISATION', now()) on conflict do nothing`.execute(db);
        await sql`insert into user_account (id, tenant_id, email, display_name, role, created_at)
          values (${userId}::uuid, ${tenantId}::uuid, ${`${userId}@example.com`}, 'Somebody', ${role}, now())`.execute(db);
      });
    },
    async run(viewer, query, variables = {}) {
      const result = await t.graph('insights', query, variables, viewer);
      expect(result.errors, JSON.stringify(result.errors)).toBeUndefined();
      return result.data as Json;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}
