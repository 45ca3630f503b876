import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { bicycleSeller } from '../../subgraphs/insights/companies.testkit.ts';
import { insightsEntities } from '../../subgraphs/insights/entities.ts';
import { createInsights } from '../../subgraphs/insights/index.ts';
import { idOf, testModel, testTables } from '../../subgraphs/insights/model.testkit.ts';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';
import { rulesAlone, saveMask, saveRowRule } from './rules.testkit.ts';

/** A result as JSON gives it: tests look into it freely. */
export type Json = ReturnType<typeof JSON.parse>;

/** The seller of bicycles whose viewers see Norway, analysts no deal sizes, programs no names, and operators revenues in part. */
export interface AnswersTest extends AsyncDisposable {
  t: TestSystem;
  owner: UserViewer;
  /** One operation on insights. @throws Error with its errors when it has any */
  run(viewer: UserViewer, query: string, variables?: Record<string, unknown>): Promise<Json>;
}

export async function startAnswersTest(): Promise<AnswersTest> {
  const t = await startTestSystem([rulesAlone, { create: createInsights, entities: insightsEntities }]);
  const owner = await t.newTenant();
  const { create, insert } = testTables(bicycleSeller());
  await t.system.database.tenants.define(owner.tenantId, async (db) => {
    for (const statement of create) await sql.raw(statement).execute(db);
  });
  await t.system.database.unitOfWork(owner.tenantId, async (unit) => {
    await unit.asTenant(async (db) => {
      for (const statement of insert) await sql.raw(statement).execute(db);
    });
    const model = testModel(bicycleSeller());
    unit.emit('ontology.published', { proposalId: randomUUID(), connectionId: idOf('connection'), decidedBy: null, model });
  });
  await t.settled();
  const norway = { entityType: 'Account', path: 'country', values: ['norway '] };
  await saveRowRule(t, owner, { name: 'Northern accounts', ...norway, audience: { roles: ['VIEWER'] } });
  const amounts = { entityType: 'Opportunity', attribute: 'amount' };
  await saveMask(t, owner, { name: 'Deal sizes', ...amounts, mode: 'HIDE', audience: { roles: ['ANALYST'] } });
  await saveMask(t, owner, {
    name: 'Customers',
    entityType: 'Account',
    attribute: 'name',
    mode: 'PSEUDONYM',
    audience: { roles: ['AGENT'] },
  });
  const revenues = { entityType: 'Account', attribute: 'annualRevenue' };
  await saveMask(t, owner, { name: 'Sizes', ...revenues, mode: 'PARTIAL', audience: { roles: ['OPERATOR'] } });
  return {
    t,
    owner,
    async run(viewer, query, variables = {}) {
      const { data, errors } = await t.graph('insights', query, variables, viewer);
      if (errors !== undefined) throw new AggregateError(errors, `${query}: ${JSON.stringify(errors)}`);
      return data;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}
