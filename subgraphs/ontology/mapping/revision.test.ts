import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { Bakery } from '../bakery.testkit.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const books = new Bakery(() => t);

interface Revised {
  reviseMapping: {
    proposal?: { status: string; tables: { id: string; fields: { id: string; column: string; attribute: string; leftOut: boolean }[] }[] };
    problems?: { code: string }[];
  };
}

async function revise(viewer: UserViewer, proposalId: string | undefined, changes: object[]): Promise<Revised['reviseMapping']> {
  const { data, errors } = await t.graph(
    'ontology',
    `mutation ($input: ReviseMappingInput!) { reviseMapping(input: $input) {
      ... on MappingRevised { proposal { status tables { id fields { id column attribute leftOut } } } } ... on InputRefused { problems { code field } } } }`,
    { input: { proposalId, changes } },
    viewer,
  );
  expect(errors).toBeUndefined();
  return (data as unknown as Revised).reviseMapping;
}

test('a column that is rejected feeds nothing, the rest waits as before, and both can be taken back', async () => {
  const { viewer } = await books.connected();
  const proposal = await books.latest(viewer);
  const deals = proposal?.tables[3];
  const stage = deals?.fields.find(({ column }) => column === 'deal_stage');
  const change = { tableId: deals?.id, fieldId: stage?.id };
  const { proposal: left } = await revise(viewer, proposal?.id, [{ ...change, leaveOut: true }]);
  expect(left?.status).toBe('PROPOSED');
  expect(left?.tables[3]?.fields.filter(({ leftOut }) => leftOut).map(({ column }) => column)).toEqual(['deal_stage']);
  const { proposal: back } = await revise(viewer, proposal?.id, [{ ...change, leaveOut: false }]);
  expect(back?.tables[3]?.fields.find(({ column }) => column === 'deal_stage')).toMatchObject({ leftOut: false });
  await revise(viewer, proposal?.id, [{ ...change, leaveOut: true }]);
  await books.publish(viewer);
  const [deal] = await books.records(viewer, 'Opportunity');
  expect(Object.keys(deal?.values ?? {})).toContain('closeDate');
  expect(Object.keys(deal?.values ?? {})).not.toContain('stage');
  expect(await revise(viewer, proposal?.id, [{ ...change, leaveOut: false }])).toMatchObject({ problems: [{ code: 'MAPPING_DECIDED' }] });
});

test('what would leave nothing of a table, is about nothing, or is nobody’s is refused', async () => {
  const { viewer } = await books.connected();
  const proposal = await books.latest(viewer);
  const team = proposal?.tables[2];
  const all = (team?.fields ?? []).map(({ id }) => ({ tableId: team?.id, fieldId: id, leaveOut: true }));
  expect(await revise(viewer, proposal?.id, all)).toMatchObject({ problems: [{ code: 'MAPPING_NOTHING_LEFT' }] });
  expect(await revise(viewer, proposal?.id, [{ tableId: proposal?.id, leaveOut: true }])).toMatchObject({
    problems: [{ code: 'MAPPING_CHANGE_UNKNOWN' }],
  });
  expect(await revise(await t.newTenant(), proposal?.id, [])).toMatchObject({ problems: [{ code: 'MAPPING_NOT_FOUND' }] });
});

test('an agent proposes otherwise and teaches the matcher nothing by it; it accepts nothing, and programs do neither', async () => {
  const { viewer } = await books.connected();
  const proposal = await books.latest(viewer);
  const deals = proposal?.tables[3];
  const stage = deals?.fields.find(({ column }) => column === 'deal_stage');
  const agent: UserViewer = { ...viewer, userId: randomUUID(), role: 'AGENT', credential: { kind: 'AGENT', id: randomUUID() } };
  const change = { tableId: deals?.id, fieldId: stage?.id, leaveOut: true };
  const { proposal: left } = await revise(agent, proposal?.id, [change]);
  expect(left?.status).toBe('PROPOSED');
  expect(left?.tables[3]?.fields.filter(({ leftOut }) => leftOut).map(({ column }) => column)).toEqual(['deal_stage']);
  const { rows } = await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    sql<{ n: number }>`select count(*)::int as n from past_mapping`.execute(unit.sql),
  );
  expect(rows).toEqual([{ n: 0 }]);
  const accept = 'mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }';
  const program: UserViewer = { ...agent, credential: { kind: 'KEY', id: randomUUID() } };
  const again = 'mutation ($input: ReviseMappingInput!) { reviseMapping(input: $input) { __typename } }';
  for (const { errors } of [
    await t.graph('ontology', accept, { id: proposal?.id }, agent),
    await t.graph('ontology', again, { input: { proposalId: proposal?.id, changes: [change] } }, program),
  ])
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
