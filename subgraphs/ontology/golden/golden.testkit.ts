import type { TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';
import { FakeConnection } from '../ontology.testkit.ts';
import { ask, published } from '../resolution/resolution.testkit.ts';

const COLUMNS = ['account_id', 'account_name', 'website', 'industry', 'employees', 'city'];

/** Accounts as one system has them, with a deal of each. */
export function crmTables(changed: Readonly<Record<string, string>> = {}): TestTable[] {
  const { employees = '40', city = 'Porto' } = changed;
  const rows = [
    ['A-1', 'Quillfeather Bakery', 'quillfeather.example', 'Food', employees, city],
    ['A-2', 'Zinnober Turbines', 'zinnober.example', 'Energy', '900', 'Graz'],
  ];
  const deals = [
    ['D-1', 'A-1', 'Won', '100'],
    ['D-2', 'A-2', 'Won', '70'],
  ];
  return [
    { name: 'accounts', columns: COLUMNS, key: 'account_id', rows },
    {
      name: 'deals',
      columns: ['deal_id', 'account_id', 'deal_stage', 'amount'],
      key: 'deal_id',
      references: { account_id: 'accounts.account_id' },
      rows: deals,
    },
  ];
}

/** Others under keys of their own; the first is the bakery again. */
export const debtorTables: readonly TestTable[] = [
  {
    name: 'companies',
    columns: ['company_id', 'company_name', 'website', 'industry', 'employees', 'city'],
    key: 'company_id',
    rows: [
      ['D-7', 'QF Foods Holding Limited', 'qf-holding.example', 'Food and drink', '44', ''],
      ['D-8', 'Ostrava Glassworks', 'ostrava.example', 'Glass', '12', 'Ostrava'],
    ],
  },
];

/** Two systems that feed Account, and share nobody as far as anything tells. */
export async function twoSystems(t: TestSystem, viewer: UserViewer): Promise<{ crm: FakeConnection; billing: FakeConnection }> {
  const crm = new FakeConnection(t, viewer, 'crm');
  const billing = new FakeConnection(t, viewer, 'billing');
  await published(t, viewer, crm, crmTables());
  await published(t, viewer, billing, debtorTables);
  return { crm, billing };
}

export interface Provenance {
  attribute: string;
  value: string | null;
  member: { key: string; connection: { id: string } } | null;
  fields: string[];
  rule: string;
  reason: string;
  overridden: { by: { id: string } } | null;
  others: { value: string; member: { key: string } }[];
}
export interface Golden {
  id: string;
  title: string;
  values: Record<string, unknown>;
  redirectedFrom: string | null;
  lineage: { sourceKey: string };
  members: { totalCount: number; nodes: { id: string; key: string; values: Record<string, unknown> }[] };
  provenance: Provenance[];
}

export const GOLDEN = `id title values redirectedFrom lineage { sourceKey } members { totalCount nodes { id key values syncedAt } }
  provenance { attribute value member { key connection { id } } fields rule reason overridden { by { id } at } others { value member { key } } }`;

/** All golden accounts, by the key of their first member. */
export async function accountsOf(t: TestSystem, viewer: UserViewer): Promise<Map<string, Golden>> {
  const query = `{ entityType(name: "Account") { recordCount records(first: 100) { totalCount nodes { ${GOLDEN} } } } }`;
  const { entityType } = await ask<{ entityType: { records: { nodes: Golden[] } } }>(t, viewer, query);
  return new Map(entityType.records.nodes.flatMap((one) => one.members.nodes.map(({ key }): [string, Golden] => [key, one])));
}

export async function recordOf(t: TestSystem, viewer: UserViewer, id: string): Promise<Golden | null> {
  return (await ask<{ record: Golden | null }>(t, viewer, `query ($id: ID!) { record(id: $id) { ${GOLDEN} } }`, { id })).record;
}

export interface Set {
  record?: Golden;
  problems?: { code: string; field: string; todo: string }[];
}

/** Sets a value as a person would; `undefined` takes it back. */
export async function setValue(t: TestSystem, viewer: UserViewer, id: string, attribute: string, value?: string | null): Promise<Set> {
  const shown = `{ ... on ValueSet { record { ${GOLDEN} } } ... on InputRefused { problems { code field todo } } }`;
  const query =
    value === undefined
      ? `mutation ($id: ID!, $attribute: String!) { it: clearOverride(recordId: $id, attribute: $attribute) ${shown} }`
      : `mutation ($id: ID!, $attribute: String!, $value: String) { it: overrideValue(recordId: $id, attribute: $attribute, value: $value) ${shown} }`;
  return (await ask<{ it: Set }>(t, viewer, query, { id, attribute, ...(value === undefined ? {} : { value }) })).it;
}

/** What is said of one attribute. */
export const said = (record: Golden | null | undefined, attribute: string): Provenance | undefined =>
  record?.provenance.find((one) => one.attribute === attribute);

/** Has a person make these records one, or takes members out of one. */
export async function decide(
  t: TestSystem,
  viewer: UserViewer,
  what: { merge: string[] } | { split: string; members: string[] },
): Promise<void> {
  const shown = '{ __typename ... on InputRefused { problems { code message } } }';
  const reply =
    'merge' in what
      ? await ask<{ it: { __typename: string } }>(t, viewer, `mutation ($ids: [ID!]!) { it: mergeRecords(ids: $ids) ${shown} }`, {
          ids: what.merge,
        })
      : await ask<{ it: { __typename: string } }>(
          t,
          viewer,
          `mutation ($id: ID!, $members: [ID!]!) { it: splitRecord(id: $id, members: $members) ${shown} }`,
          { id: what.split, members: what.members },
        );
  if (reply.it.__typename === 'InputRefused') throw new Error(JSON.stringify(reply.it));
  await t.settled();
}
