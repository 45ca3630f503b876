import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { migrateDown, migrateUp } from '../subgraphs/kernel/database/migrate.ts';
import { openTestDatabase } from '../tests/testkit/database.ts';
import { withClient } from '../tests/testkit/postgres-cluster.ts';
import { migrations } from './index.ts';

test('govern-agents taken back leaves the pilots, without what made agents of a tenant’s own; made again, pilots are what they are made as', async () => {
  await using database = await openTestDatabase();
  const url = database.urlFor('autonomos_migrator');
  const tenantId = randomUUID();
  const agent = { purpose: 'p', instructions: 'i', says: {} };
  const asTenant = <T extends object>(query: string, values: readonly unknown[] = []): Promise<T[]> =>
    withClient(database.urlFor('autonomos_app'), async (client) => {
      await client.query(`select set_config('app.tenant_id', $1, false)`, [tenantId]);
      return (await client.query<T>(query, [...values])).rows;
    });
  for (const [position, pilot] of ['FINOPS', 'CUSTOM', 'CUSTOM'].entries()) {
    const id = randomUUID();
    await asTenant(
      `insert into agent (id, tenant_id, pilot, name, purpose, position, created_at, instructions, enabled, version, maturity, tools, max_steps,
         max_cost_micros, max_tokens, forbidden, raci, changed_at)
       values ($1, $2, $3, $4, $5, $6, now(), $7, true, 3, 0.2, '[]', 7, 0, 1, '[]', '{}', now())`,
      [id, tenantId, pilot, `${pilot} ${position}`, agent.purpose, position, agent.instructions],
    );
    await asTenant(`insert into agent_version (tenant_id, agent_id, version, says, changed_at) values ($1, $2, 3, '{}', now())`, [
      tenantId,
      id,
    ]);
    await asTenant(
      `insert into action_policy (id, tenant_id, position, name, enabled, agent_id, action, min_complexity, max_complexity, without_amount, outcome, changed_at)
       values ($1, $2, $3, 'n', true, $4, '*', 1, 4, false, 'DENY', now())`,
      [randomUUID(), tenantId, position, id],
    );
  }
  const before = migrations[migrations.findIndex(({ name }) => name.startsWith('0054-')) - 1]?.name ?? '';
  expect((await migrateDown(url, migrations, before)).at(-1)).toBe('0054-govern-agents');
  expect(await asTenant('select pilot, name from agent')).toEqual([{ pilot: 'FINOPS', name: 'FINOPS 0' }]);
  expect(await asTenant(`select 1 from information_schema.columns where table_name = 'agent' and column_name = 'maturity'`)).toEqual([]);

  await migrateUp(url, migrations);
  const again = await asTenant('select pilot, version, maturity, tools, max_steps, enabled from agent');
  expect(again).toEqual([{ pilot: 'FINOPS', version: 1, maturity: 0.8, tools: ['*'], max_steps: 20, enabled: true }]);
  expect(await asTenant('select 1 from agent_version')).toEqual([]);
});
