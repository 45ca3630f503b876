import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { type GraphCompany, openGraphCompany } from './testkit/graph-company.ts';

const TIMEOUT_MS = 120_000;
let company: GraphCompany;
beforeAll(async () => {
  company = await openGraphCompany();
}, TIMEOUT_MS);
afterAll(() => company[Symbol.asyncDispose]());

const ACCOUNTS = 30;
const all = Array.from({ length: ACCOUNTS }, (_, n) => n);
const FILES = {
  'customers.csv': [
    'customer_id,customer_name,industry,employees,satisfaction_score,health_score',
    ...all.map((n) => `C${n},Customer ${n},${['retail', 'energy', 'media'][n % 3] ?? ''},${10 + n},${1 + (n % 5)},${40 + n}`),
  ],
  'health_scores.csv': [
    'customer_id,health_score,nps,csat,survey_date',
    ...all.map((n) => `C${n},${40 + n},${n % 11},${1 + (n % 5)},2026-01-${String(1 + (n % 27)).padStart(2, '0')}`),
  ],
};

const answered = async (viewer: UserViewer, question: string): Promise<{ value: number | null; text: string }> =>
  (
    await company.ask<{ ask: { value: number | null; text: string } }>(
      viewer,
      'query ($q: String!) { ask(question: $q) { ... on Answer { value text } ... on Declined { text } } }',
      { q: question },
    )
  ).ask;

async function change(viewer: UserViewer, changes: readonly object[]): Promise<void> {
  const edit =
    'mutation ($changes: [OntologyChange!]!) { editOntology(changes: $changes) { __typename ... on InputRefused { problems { message } } } }';
  expect(await company.ask(viewer, edit, { changes })).toMatchObject({ editOntology: { __typename: 'OntologyEdited' } });
  const publish = 'mutation { publishOntology { __typename ... on InputRefused { problems { message } } } }';
  expect(await company.ask(viewer, publish)).toMatchObject({ publishOntology: { __typename: 'OntologyPublished' } });
  await company.t.settled();
}

test(
  'questions are answered in the words people gave: a renamed type, an attribute that is worked out, a type nothing feeds yet',
  async () => {
    const viewer = await company.t.newTenant();
    await company.unify(viewer, FILES);
    await change(viewer, [
      { kind: 'ADD_ENTITY_TYPE', name: 'Warehouse', label: 'Warehouse', pluralLabel: 'Warehouses' },
      { kind: 'CHANGE_ENTITY_TYPE', entityType: 'Account', name: 'Patron', label: 'Patron', pluralLabel: 'Patrons' },
      {
        kind: 'ADD_ATTRIBUTE',
        entityType: 'Patron',
        name: 'deskCount',
        label: 'Desks',
        semantic: 'QUANTITY',
        expression: 'employeeCount * 2',
      },
    ]);
    expect((await answered(viewer, 'how many patrons')).value).toBe(ACCOUNTS);
    expect((await answered(viewer, 'total desks of patrons')).value).toBe(all.reduce((sum, n) => sum + 2 * (10 + n), 0));
    expect((await answered(viewer, 'how many warehouses')).value ?? 0).toBe(0);
  },
  TIMEOUT_MS,
);

test(
  'health is put together of what is known of it, and explained',
  async () => {
    const viewer = await company.t.newTenant();
    await company.unify(viewer, FILES);
    const { entityType } = await company.ask<{ entityType: { records: { nodes: { values: Record<string, unknown> }[] } } }>(
      viewer,
      '{ entityType(name: "Health") { records(first: 50) { nodes { values } } } }',
    );
    const values = entityType.records.nodes.map((record) => record.values);
    expect(values).toHaveLength(ACCOUNTS);
    for (const { score, nps, csat, compositeScore, compositeExplanation } of values) {
      const parts = [Number(score) * 0.5, Number(nps) * 10 * 0.2, (Number(csat) - 1) * 25 * 0.2];
      expect(Number(compositeScore)).toBeCloseTo(parts.reduce((sum, part) => sum + part, 0) / 0.9, 0);
      expect(compositeExplanation).toContain(`NPS ${Number(nps).toFixed(1)}`);
    }
  },
  TIMEOUT_MS,
);
