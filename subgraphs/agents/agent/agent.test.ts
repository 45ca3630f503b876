import { afterAll, beforeAll, expect, test } from 'vitest';
import { type List, PAGE, type TestAgents, ask, startTestAgents } from '../agents-graph.testkit.ts';
import { tell } from '../agents.testkit.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

test('every tenant has the four pilots, whoever asks or whatever happens first', async () => {
  const [asking, telling] = [await t.newTenant(), await t.newTenant()];
  await tell(t, telling, {
    topic: 'accounts.tenant-registered',
    payload: { tenantId: telling.tenantId, name: 'Acme', ownerId: telling.userId },
  });
  const query = `query ($after: String) { agents(first: 3, after: $after) { ${PAGE} nodes { id pilot name runs { totalCount } } } }`;
  interface Agents {
    agents: List<{ id: string; pilot: string; runs: { totalCount: number } }>;
  }
  for (const viewer of [asking, telling]) {
    const first = (await ask<Agents>(t, viewer, query)).agents;
    const second = (await ask<Agents>(t, viewer, query, { after: first.pageInfo.endCursor })).agents;
    expect([...first.nodes, ...second.nodes].map(({ pilot }) => pilot)).toEqual(['FINOPS', 'REVOPS', 'DATAOPS', 'SECOPS']);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([4, true, false]);
  }
});

test('the pilots are made once, also when many ask at the same time', async () => {
  const viewer = await t.newTenant();
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(t, viewer, '{ agents { totalCount nodes { id } } }')));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});
