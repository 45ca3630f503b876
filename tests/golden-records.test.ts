import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { openGraphCompany, type GraphCompany } from './testkit/graph-company.ts';

const TIMEOUT_MS = 120_000;
let company: GraphCompany;
beforeAll(async () => {
  company = await openGraphCompany();
}, TIMEOUT_MS);
afterAll(() => company[Symbol.asyncDispose]());

const HEADS = ['Amber', 'Basalt', 'Cobalt', 'Dorian', 'Ember', 'Fjord', 'Garnet', 'Harbor', 'Indigo', 'Juniper'];
const TAILS = ['Logistics', 'Foods', 'Robotics', 'Textiles'];
const CITIES = ['Lisbon', 'Oslo', 'Turin', 'Ghent', 'Porto', 'Graz', 'Bergen'];
const CUSTOMERS = 36;

const nameOf = (n: number): string => `${HEADS[n % HEADS.length] ?? ''} ${TAILS[Math.floor(n / HEADS.length)] ?? ''}`;
const domainOf = (n: number): string => `${nameOf(n).replace(' ', '').toLowerCase()}.com`;
const cityOf = (n: number): string => CITIES[n % CITIES.length] ?? '';
/** As another system has the same name. */
const otherwise = (n: number): string => [`${nameOf(n)} Ltd`, nameOf(n).toUpperCase(), `${nameOf(n)} Inc.`][n % 3] ?? '';
/** Cents of an invoice of a customer in one of the systems. */
const amountOf = (n: number, system: number): number => 100 + n * 7 + system * 13;
const all = Array.from({ length: CUSTOMERS }, (_, n) => n);

const crm = {
  'customers.csv': ['customer_id,customer_name,website,city', ...all.map((n) => `C${n},${nameOf(n)},${domainOf(n)},${cityOf(n)}`)],
  'invoices.csv': [
    'invoice_id,customer_id,invoice_date,total_amount',
    ...all.map((n) => `A${n},C${n},2026-01-${String((n % 27) + 1).padStart(2, '0')},${amountOf(n, 0)}`),
  ],
};
const shop = {
  'clients.csv': ['client_id,client_name,website,city', ...all.map((n) => `K-${n},${otherwise(n)},www.${domainOf(n)},${cityOf(n)}`)],
  'sales_invoices.csv': [
    'invoice_id,client_id,invoice_date,total_amount',
    ...all.map((n) => `B${n},K-${n},2026-02-${String((n % 27) + 1).padStart(2, '0')},${amountOf(n, 1)}`),
  ],
};

interface Answer {
  value: number | null;
  rows: unknown[][];
  text: string;
}
const answered = async (viewer: UserViewer, question: string): Promise<Answer> =>
  (
    await company.ask<{ ask: Answer }>(
      viewer,
      'query ($q: String!) { ask(question: $q) { ... on Answer { value rows text } ... on Declined { text } } }',
      { q: question },
    )
  ).ask;

interface Found {
  id: string;
  title: string;
  members: { totalCount: number; nodes: { id: string; key: string; values: Record<string, unknown> }[] };
}
const accounts = async (viewer: UserViewer): Promise<Found[]> =>
  (
    await company.ask<{ entityType: { records: { nodes: Found[] } } }>(
      viewer,
      '{ entityType(name: "Account") { records(first: 200) { nodes { id title members { totalCount nodes { id key values } } } } } }',
    )
  ).entityType.records.nodes;

test(
  'customers of two systems under slightly different names are one in answers, and two again after a split',
  async () => {
    const viewer = await company.t.newTenant();
    await company.unify(viewer, crm);
    expect((await answered(viewer, 'how many customers')).value).toBe(CUSTOMERS);
    await company.unify(viewer, shop);
    const found = await accounts(viewer);
    expect(found.map(({ members }) => members.totalCount)).toEqual(found.map(() => 2));
    expect(found).toHaveLength(CUSTOMERS);
    expect((await answered(viewer, 'how many customers')).value).toBe(CUSTOMERS);
    const revenue = await answered(viewer, 'revenue by customer');
    expect(revenue.rows.map((row) => Number(row.at(-1))).toSorted((a, b) => a - b)).toEqual(
      all.map((n) => amountOf(n, 0) + amountOf(n, 1)).toSorted((a, b) => a - b),
    );

    const [one] = found.filter(({ members }) => members.nodes.some(({ key }) => key === 'C5'));
    const split = one?.members.nodes.filter(({ key }) => key === 'K-5').map(({ id }) => id);
    const { splitRecord } = await company.ask<{ splitRecord: { __typename: string } }>(
      viewer,
      'mutation ($id: ID!, $members: [ID!]!) { splitRecord(id: $id, members: $members) { __typename ... on InputRefused { problems { message } } } }',
      { id: one?.id, members: split },
    );
    expect(splitRecord).toMatchObject({ __typename: 'ResolutionDone' });
    await company.t.settled();
    expect((await answered(viewer, 'how many customers')).value).toBe(CUSTOMERS + 1);
    const after = await answered(viewer, 'revenue by customer');
    const values = after.rows.map((row) => Number(row.at(-1)));
    expect(values).toContain(amountOf(5, 0));
    expect(values).toContain(amountOf(5, 1));
    expect(values).not.toContain(amountOf(5, 0) + amountOf(5, 1));
  },
  TIMEOUT_MS,
);

test(
  'what a record is made of keeps to the rules about data: hidden members are left out, masked values are masked',
  async () => {
    const owner = await company.t.newTenant();
    await company.unify(owner, crm);
    // The second system does not know where one of them is.
    const clients = shop['clients.csv'].map((line) => (line.startsWith('K-7,') ? line.slice(0, line.lastIndexOf(',') + 1) : line));
    await company.unify(owner, { ...shop, 'clients.csv': clients });
    const audience = { roles: ['VIEWER'], groups: [] };
    const row = { name: 'Lisbon', entityType: 'Account', path: 'city', values: [cityOf(7)], audience };
    await company.ask(owner, 'mutation ($input: RowRuleInput!) { saveRowRule(input: $input) { __typename } }', { input: row });
    const mask = { name: 'Web', entityType: 'Account', attribute: 'website', mode: 'HIDE', audience };
    await company.ask(owner, 'mutation ($input: ColumnMaskInput!) { saveColumnMask(input: $input) { __typename } }', { input: mask });
    const viewer: UserViewer = { ...owner, role: 'VIEWER' };
    const seen = await accounts(viewer);
    expect(seen.length).toBeLessThan(CUSTOMERS);
    const one = (await accounts(owner)).find(({ members }) => members.nodes.some(({ key }) => key === 'C7'));
    expect(one?.members.totalCount).toBe(2);
    const mine = seen.find(({ id }) => id === one?.id);
    expect(mine?.members).toMatchObject({ totalCount: 1, nodes: [{ values: { city: cityOf(7), website: null } }] });
    const { record } = await company.ask<{ record: { provenance: { attribute: string; value: unknown; others: unknown[] }[] } }>(
      viewer,
      'query ($id: ID!) { record(id: $id) { provenance { attribute value reason others { value } } } }',
      { id: one?.id },
    );
    expect(record.provenance.flatMap(({ others }) => others)).toEqual([]);
    expect(record.provenance.find(({ attribute }) => attribute === 'website')).toMatchObject({ value: null });
    expect(JSON.stringify(record)).not.toContain(domainOf(7));
  },
  TIMEOUT_MS,
);
