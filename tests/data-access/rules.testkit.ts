import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { TestSystem } from '../testkit/test-system.ts';
import type { SubgraphFactory } from '../../subgraphs/kernel/federation/run-subgraphs.ts';
import { EVERYONE } from '../../subgraphs/kernel/permissions/actions.ts';
import type { Role, UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { UserRow } from '../../subgraphs/accounts/user/user.entity.ts';
import { UserService } from '../../subgraphs/accounts/user/user.service.ts';
import { createDataRules } from '../../subgraphs/accounts/data-rule/create-data-rules.ts';
import { dataRuleActions } from '../../subgraphs/accounts/data-rule/data-rule.actions.ts';
import { dataRuleEntities } from '../../subgraphs/accounts/data-rule/data-rule.entities.ts';

/** The rules about data without the rest of accounts. */
export const rulesAlone: SubgraphFactory = {
  create: (system) => ({
    name: 'accounts',
    actions: {
      ...dataRuleActions,
      parts: { description: 'parts', audience: EVERYONE, covers: ['User', 'PageInfo', 'InputProblem', 'InputRefused'] },
    },
    references: [],
    resolvers: [],
    consumers: [],
    ...createDataRules(system, new UserService(system)),
  }),
  entities: [...dataRuleEntities, UserRow],
};

/** Somebody else of the same tenant. */
export const as = (viewer: UserViewer, role: Role, userId = viewer.userId): UserViewer => ({ ...viewer, role, userId });

async function saved(t: TestSystem, owner: UserViewer, mutation: string, type: string, input: object): Promise<string> {
  const query = `mutation ($input: ${type}!) { saved: ${mutation}(input: $input) { __typename ... on ${type.replace('Input', '')} { id } ... on InputRefused { problems { message } } } }`;
  const { data, errors } = await t.graph('accounts', query, { input }, owner);
  expect(errors).toBeUndefined();
  const { saved: outcome } = data as { saved: { id?: string } };
  expect(outcome.id, JSON.stringify(outcome)).toBeDefined();
  return outcome.id ?? '';
}

/** Saves a row rule as people do; the tenant's owner asks. */
export function saveRowRule(t: TestSystem, owner: UserViewer, rule: object): Promise<string> {
  return saved(t, owner, 'saveRowRule', 'RowRuleInput', rule);
}

/** Saves a mask as people do. */
export function saveMask(t: TestSystem, owner: UserViewer, mask: object): Promise<string> {
  return saved(t, owner, 'saveColumnMask', 'ColumnMaskInput', mask);
}

/** Removes a rule or mask as people do. */
export async function removeRule(t: TestSystem, owner: UserViewer, id: string): Promise<void> {
  const { errors } = await t.graph('accounts', 'mutation ($id: ID!) { removeDataRule(id: $id) { __typename } }', { id }, owner);
  expect(errors).toBeUndefined();
}

/** A mask that hides salaries from a role, where the subgraph that keeps masks is not there. */
export async function hideColumn({ system }: Pick<TestSystem, 'system'>, { tenantId, userId }: UserViewer, role: Role): Promise<void> {
  const audience = JSON.stringify({ roles: [role], groups: [], everybodyBut: false });
  await system.database.unitOfWork(tenantId, (unit) =>
    sql`insert into data_column_mask (id, tenant_id, name, sensitive, mode, audience, changed_by, created_at, changed_at)
      values (${randomUUID()}, ${tenantId}, 'Pay', 'SALARY', 'HIDE', ${audience}, ${userId}, now(), now())`.execute(unit.sql),
  );
  system.dataAccess.forget(tenantId);
}
