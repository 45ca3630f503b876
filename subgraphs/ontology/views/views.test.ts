import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';
import { type ModelAnswer, Modeller } from '../model/model.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const TABLES: TestTable[] = [
  {
    name: 'customers',
    columns: ['customer', 'sector', 'employees'],
    key: 'customer',
    rows: [['Harbour Café', 'food', '12'], ['North Mill', 'trade', '40']],
  },
  {
    name: 'deals',
    columns: ['deal_id', 'customer', 'deal_stage', 'close_date', 'close_value'],
    key: 'deal_id',
    references: { customer: 'customers.customer' },
    rows: [
      ['D1', 'Harbour Café', 'Won', '2024-01-05', '100'],
      ['D2', 'North Mill', 'Lost', '2024-02-05', '70'],
      ['D3', 'North Mill', 'Talking', '', ''],
      ['D4', 'Harbour Café', 'Won', '2024-03-05', '50'],
    ],
  },
]; // prettier-ignore

const VIEW = {
  name: 'won deals',
  entityType: 'Opportunity',
  fields: [{ path: 'externalId', name: 'deal' }, { path: 'amount' }, { path: 'account.industry' }],
  parameters: [{ name: 'branch', type: 'TEXT' }, { name: 'atLeast', type: 'MONEY' }],
  filter: [
    { path: 'account.industry', operator: 'EQUALS', parameter: 'branch' },
    { path: 'amount', operator: 'AT_LEAST', parameter: 'atLeast' },
  ],
  order: [{ path: 'amount', descending: true }],
}; // prettier-ignore

async function save(me: Modeller, input: object): Promise<ModelAnswer & { view?: { id: string; version: number } }> {
  const text = `mutation ($input: SaveEntityViewInput!) { saveEntityView(input: $input) { __typename
    ... on EntityViewSaved { view { id version } } ... on InputRefused { problems { code field message } } } }`;
  return (await me.ask<{ saveEntityView: ModelAnswer & { view?: { id: string; version: number } } }>(text, { input })).saveEntityView;
}

interface Rows {
  readonly nodes: readonly { readonly values: Record<string, unknown> }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly totalCount: number;
}

async function rows(me: Modeller, id: string, given: object | null, first = 50, after: string | null = null): Promise<Rows> {
  const text = `query ($id: ID!, $given: JSONObject, $first: Int!, $after: String) { entityView(id: $id) {
    rows(arguments: $given, first: $first, after: $after) { nodes { values } pageInfo { endCursor hasNextPage } totalCount } } }`;
  return (await me.ask<{ entityView: { rows: Rows } }>(text, { id, given, first, after })).entityView.rows;
}

test('fields through relations, typed parameters, order: page after page every row once, blanks last', async () => {
  const me = await Modeller.begin(t, TABLES);
  const saved = await save(me, VIEW);
  const id = saved.view?.id ?? '';
  expect((await rows(me, id, { branch: 'food' })).nodes.map(({ values }) => values)).toEqual([
    { deal: 'D1', amount: 100, account_industry: 'food' },
    { deal: 'D4', amount: 50, account_industry: 'food' },
  ]);
  expect((await rows(me, id, { atLeast: 60 })).nodes.map(({ values }) => values['deal'])).toEqual(['D1', 'D2']);
  const seen: unknown[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: Rows = await rows(me, id, null, 1, after);
    seen.push(...page.nodes.map(({ values }) => values['deal']));
    expect(page.totalCount).toBe(4);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  expect(seen).toEqual(['D1', 'D2', 'D4', 'D3']);
});

test('a view follows renames; what it lost it says; what it shows cannot be removed', async () => {
  const me = await Modeller.begin(t, TABLES);
  await me.change(
    { kind: 'ADD_ATTRIBUTE', entityType: 'Account', name: 'size', type: 'TEXT' },
    { kind: 'ADD_ATTRIBUTE', entityType: 'Account', name: 'double', expression: 'employeeCount * 2' },
  );
  const { view } = await save(me, {
    name: 'sizes',
    entityType: 'Account',
    fields: [{ path: 'name' }, { path: 'double' }],
    order: [{ path: 'name' }],
  });
  const removal = await me.edit([{ kind: 'REMOVE_ATTRIBUTE', entityType: 'Account', attribute: 'double' }]);
  expect(removal.problems).toMatchObject([{ code: 'ONTOLOGY_IN_USE' }]);
  await me.change(
    { kind: 'CHANGE_ENTITY_TYPE', entityType: 'Account', name: 'Client' },
    { kind: 'CHANGE_ATTRIBUTE', entityType: 'Client', attribute: 'double', name: 'twice' },
  );
  expect((await rows(me, view?.id ?? '', null)).nodes.map(({ values }) => values)).toEqual([
    { name: 'Harbour Café', double: 24 },
    { name: 'North Mill', double: 80 },
  ]);
  const shown = '{ entityViews(first: 1) { nodes { entityType { name } fields { name path lost } } } }';
  expect(await me.ask(shown)).toMatchObject({
    entityViews: { nodes: [{ entityType: { name: 'Client' }, fields: [{ lost: false }, { path: 'twice' }] }] },
  });
  expect(await me.rollBack(1)).toMatchObject({ __typename: 'OntologyPublished' });
  expect(await me.ask(shown)).toMatchObject({
    entityViews: { nodes: [{ fields: [{ lost: false }, { name: 'double', path: 'double', lost: true }] }] },
  });
  expect((await rows(me, view?.id ?? '', null)).nodes[0]?.values).toEqual({ name: 'Harbour Café', double: null });
});

test('what does not fit is refused with its place; versions keep two people apart', async () => {
  const me = await Modeller.begin(t, TABLES);
  const wrong = { ...VIEW, fields: [{ path: 'account.nothing' }], filter: [{ path: 'amount', operator: 'EQUALS', value: 'much' }] };
  const { problems } = await save(me, wrong);
  expect(problems?.map(({ code, field }) => [code, field])).toEqual([['VIEW_INVALID', 'fields.0.path'], ['VIEW_INVALID', 'filter.0']]); // prettier-ignore
  const first = await save(me, { ...VIEW, version: 0 });
  expect(first.view?.version).toBe(1);
  expect(await save(me, { ...VIEW, version: 0 })).toMatchObject({ problems: [{ code: 'VIEW_CHANGED' }] });
  expect((await save(me, { ...VIEW, version: 1 })).view).toMatchObject({ id: first.view?.id, version: 2 });
  const { errors } = await t.graph(
    'ontology',
    `{ entityViews { nodes { rows(arguments: {atLeast: "x"}) { totalCount } } } }`,
    {},
    me.viewer,
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'VIEW_ARGUMENT_INVALID' });
  await me.ask('mutation ($id: ID!) { removeEntityView(id: $id) }', { id: first.view?.id });
  expect(await me.ask('{ entityViews { totalCount } }')).toEqual({ entityViews: { totalCount: 0 } });
});
