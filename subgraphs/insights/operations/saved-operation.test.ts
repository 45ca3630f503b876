import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';

const OPERATION = 'id name document variables persona shared editable createdBy { id } updatedAt';
const SAVE = `mutation ($input: SaveOperationInput!) { saveOperation(input: $input) { __typename
  ... on OperationSaved { operation { ${OPERATION} } } ... on InputRefused { problems { code field } } } }`;
const LIST = `query ($first: Int! = 50, $after: String) { savedOperations(first: $first, after: $after) { totalCount nodes { ${OPERATION} } pageInfo { endCursor hasNextPage } } }`;
const REMOVE = `mutation ($id: ID!) { removeOperation(id: $id) { __typename ... on OperationRemoved { id } ... on InputRefused { problems { code } } } }`;
const DOCUMENT = 'query Mine($first: Int!) { metrics(first: $first) { nodes { name } } }';

type Json = ReturnType<typeof JSON.parse>;
let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

async function run(viewer: UserViewer, query: string, variables: Record<string, unknown> = {}): Promise<Json> {
  const result = await t.graph('insights', query, variables, viewer);
  expect(result.errors, JSON.stringify(result.errors)).toBeUndefined();
  return Object.values(result.data as Json)[0];
}
const save = (viewer: UserViewer, input: object): Promise<Json> =>
  run(viewer, SAVE, { input: { document: DOCUMENT, variables: { first: 5 }, ...input } });
const problemsOf = async (saving: Promise<Json>): Promise<Json> => (await saving).problems;
const colleagueOf = (viewer: UserViewer, role: UserViewer['role']): UserViewer => ({ ...viewer, userId: randomUUID(), role });

test('an operation that somebody keeps is theirs alone, until it is shared with the company', async () => {
  const owner = await t.newTenant();
  const viewer = colleagueOf(owner, 'VIEWER');
  const { operation } = await save(owner, { name: '  Mine ', persona: 'CFO' });
  expect(operation).toMatchObject({
    name: 'Mine',
    document: DOCUMENT,
    variables: { first: 5 },
    persona: 'CFO',
    shared: false,
    editable: true,
    createdBy: { id: owner.userId },
  });
  expect((await run(viewer, LIST)).nodes).toEqual([]);
  expect(await problemsOf(save(viewer, { id: operation.id, name: 'Taken over' }))).toEqual([
    { code: 'SAVED_OPERATION_UNKNOWN', field: 'id' },
  ]);
  expect((await run(viewer, REMOVE, { id: operation.id })).problems).toEqual([{ code: 'SAVED_OPERATION_UNKNOWN' }]);
  await save(owner, { id: operation.id, name: 'Ours', shared: true });
  expect((await run(viewer, LIST)).nodes).toMatchObject([{ id: operation.id, name: 'Ours', editable: false }]);
  expect((await run(viewer, REMOVE, { id: operation.id })).problems).toEqual([{ code: 'SAVED_OPERATION_UNKNOWN' }]);
  expect(await run(owner, REMOVE, { id: operation.id })).toEqual({ __typename: 'OperationRemoved', id: operation.id });
  expect((await run(viewer, LIST)).totalCount).toBe(0);
});

test('a name is one of its kind among a person’s own, and among those of the company', async () => {
  const owner = await t.newTenant();
  const other = colleagueOf(owner, 'OPERATOR');
  await save(owner, { name: 'Deals 100 %' });
  expect(await problemsOf(save(owner, { name: 'deals 100 %' }))).toEqual([{ code: 'SAVED_OPERATION_NAME_TAKEN', field: 'name' }]);
  expect((await save(owner, { name: 'Deals 100 euros' })).__typename).toBe('OperationSaved');
  expect((await save(other, { name: 'Deals 100 %' })).__typename).toBe('OperationSaved');
  expect((await save(other, { name: 'Deals 100 %', shared: true })).__typename).toBe('OperationSaved');
  expect(await problemsOf(save(owner, { name: 'DEALS 100 %', shared: true }))).toEqual([
    { code: 'SAVED_OPERATION_NAME_TAKEN', field: 'name' },
  ]);
});

test.each<[string, object, object]>([
  ['no name', { name: ' ' }, { field: 'name' }],
  ['no document', { document: 'drop table students' }, { field: 'document' }],
  ['a schema', { document: 'type A { b: Int }' }, { field: 'document' }],
  ['a fragment alone', { document: 'fragment A on B { c }' }, { field: 'document' }],
  ['too long a document', { document: `{ a } #${'x'.repeat(20_000)}` }, { field: 'document' }],
  ['too many variables', { variables: { a: 'x'.repeat(8_001) } }, { field: 'variables' }],
])('%s is refused', async (_, over, problem) => {
  const owner = await t.newTenant();
  expect(await problemsOf(save(owner, { name: 'Bad', ...over }))).toEqual([{ code: 'SAVED_OPERATION_INVALID', ...problem }]);
});

test('who only reads keeps operations, but shares none', async () => {
  const viewer = colleagueOf(await t.newTenant(), 'VIEWER');
  expect((await save(viewer, { name: 'Mine' })).__typename).toBe('OperationSaved');
  expect(await problemsOf(save(viewer, { name: 'Ours', shared: true }))).toEqual([{ code: 'SAVED_OPERATION_NOT_SHARED', field: 'shared' }]);
});

test('a list has pages, and another company sees nothing of it', async () => {
  const owner = await t.newTenant();
  for (const name of ['A', 'B', 'C']) await save(owner, { name });
  const first = await run(owner, LIST, { first: 2 });
  const second = await run(owner, LIST, { first: 2, after: first.pageInfo.endCursor });
  expect(new Set([...first.nodes, ...second.nodes].map(({ name }: Json) => name))).toEqual(new Set(['A', 'B', 'C']));
  expect(second.pageInfo.hasNextPage).toBe(false);
  const [{ id }] = first.nodes;
  const stranger = await t.newTenant();
  expect((await run(stranger, LIST)).nodes).toEqual([]);
  expect(await problemsOf(save(stranger, { id, name: 'A' }))).toEqual([{ code: 'SAVED_OPERATION_UNKNOWN', field: 'id' }]);
});
