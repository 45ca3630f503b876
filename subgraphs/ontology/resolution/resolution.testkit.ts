import type { TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';
import { FakeConnection, until } from '../ontology.testkit.ts';

const FIRST = ['Amber', 'Basalt', 'Cobalt', 'Dorian', 'Ember', 'Fjord', 'Garnet', 'Harbor', 'Indigo', 'Juniper'];
const SECOND = ['Logistics', 'Foods', 'Robotics', 'Textiles', 'Analytics', 'Marine'];
const CITIES = ['Lisbon', 'Oslo', 'Turin', 'Ghent', 'Porto'];

/** Companies as a system for customers has them: `from` … `to`. */
export function customers(from = 0, to = 36): TestTable {
  const rows = Array.from({ length: to - from }, (_, i) => rowOf(from + i, false));
  return { name: 'accounts', columns: ['account_id', 'account_name', 'website', 'phone', 'city', 'industry'], key: 'account_id', rows };
}

/** The same companies as a system for invoices has them: other keys, legal forms, slips of the pen. */
export function debtors(from = 0, to = 30): TestTable {
  const rows = Array.from({ length: to - from }, (_, i) => rowOf(from + i, true));
  return { name: 'companies', columns: ['company_id', 'company_name', 'website', 'phone', 'city', 'industry'], key: 'company_id', rows };
}

function rowOf(n: number, other: boolean): string[] {
  const first = FIRST[n % FIRST.length] ?? '';
  const second = SECOND[Math.floor(n / FIRST.length) % SECOND.length] ?? '';
  const name = `${first} ${second}`;
  const domain = `${first}${second}${Math.floor(n / 60)}.com`.toLowerCase();
  const phone = `+351 21 ${String(1_000_000 + n * 7_919).slice(0, 7)}`;
  const city = CITIES[n % CITIES.length] ?? '';
  const written = n % 3 === 0 ? `${name} Ltd` : n % 3 === 1 ? name.toUpperCase() : `${first} ${second.slice(0, 3)}${second.slice(4)}`;
  return [
    `${other ? 'D' : 'A'}-${n}`,
    other ? written : name,
    other ? `https://www.${domain}/` : domain,
    other && n % 4 === 0 ? '' : phone,
    city,
    second,
  ];
}

/** Runs an operation as a viewer; throws when it has errors. */
export async function ask<Data>(t: TestSystem, viewer: UserViewer, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await t.graph('ontology', query, variables, viewer);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data as Data;
}

interface Proposal {
  id: string;
  status: string;
}

/** Lands tables of a connection and has their mapping published; the first table's name says what the connection is called. */
export async function published(t: TestSystem, viewer: UserViewer, source: FakeConnection, tables: readonly TestTable[]): Promise<void> {
  await source.sync(tables);
  const query = 'query ($id: ID!) { mappingProposals(first: 5, connectionId: $id) { nodes { id status } } }';
  const latest = async (): Promise<Proposal | undefined> =>
    (await ask<{ mappingProposals: { nodes: Proposal[] } }>(t, viewer, query, { id: source.id })).mappingProposals.nodes[0];
  const proposal = await latest();
  await ask(t, viewer, 'mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }', { id: proposal?.id });
  await until(latest, (found) => found?.status === 'PUBLISHED' || found?.status === 'FAILED');
  await t.settled();
}

/** Two connections that feed Account. */
export async function connected(t: TestSystem, viewer: UserViewer): Promise<{ crm: FakeConnection; billing: FakeConnection }> {
  const crm = new FakeConnection(t, viewer, 'crm');
  const billing = new FakeConnection(t, viewer, 'billing');
  await published(t, viewer, crm, [customers()]);
  await published(t, viewer, billing, [debtors()]);
  return { crm, billing };
}

export interface GoldenRecord {
  id: string;
  title: string;
}

/** The golden records of Account. */
export async function goldenNames(t: TestSystem, viewer: UserViewer): Promise<GoldenRecord[]> {
  const query = '{ entityType(name: "Account") { records(first: 200) { nodes { id title } } } }';
  const { entityType } = await ask<{ entityType: { records: { nodes: GoldenRecord[] } } }>(t, viewer, query);
  return entityType.records.nodes;
}

interface Group {
  recordId: string;
  members: string[];
}

export interface Change {
  id: string;
  kind: string;
  by: { id: string } | null;
  before: Group[];
  after: Group[];
  undoneAt: string | null;
}

/** What a decision came to. */
export interface Done {
  change: Change | null;
  codes: string[];
  todos: string[];
}

const CHANGE = 'id kind at by { id } before { recordId members } after { recordId members } undoneAt undoneBy { id }';
const ARGUMENTS: Readonly<Record<string, string>> = { id: 'ID!', ids: '[ID!]!', members: '[ID!]!', input: 'ResolutionPolicyInput!' };

/** Carries out one mutation about records. */
export async function act(t: TestSystem, viewer: UserViewer, field: string, variables: Record<string, unknown>): Promise<Done> {
  const declared = Object.keys(variables).map((name) => `$${name}: ${ARGUMENTS[name] ?? ''}`);
  const head = declared.length === 0 ? 'mutation' : `mutation (${declared.join(', ')})`;
  const shown = /^(?:merge|split|never|undo|decide)/u.test(field) ? `... on ResolutionDone { change { ${CHANGE} } }` : '';
  const data = await ask<Record<string, { change?: Change; problems?: { code: string; todo: string }[] }>>(
    t,
    viewer,
    `${head} { result: ${field} { __typename ${shown} ... on InputRefused { problems { code field message todo } } } }`,
    variables,
  );
  const { change = null, problems = [] } = data['result'] ?? {};
  return { change, codes: problems.map(({ code }) => code), todos: problems.map(({ todo }) => todo) };
}

/** What became of the golden records of Account. */
export function historyOf(t: TestSystem, viewer: UserViewer): Promise<{ resolutionHistory: { nodes: Change[] } }> {
  return ask(t, viewer, `{ resolutionHistory(entityType: "Account", first: 200) { totalCount nodes { ${CHANGE} } } }`);
}

export interface Pair {
  id: string;
  weight: number | null;
  decidedBy: { id: string } | null;
  a: { id: string; recordId: string; title: string };
  b: { id: string; recordId: string; title: string };
  comparisons: { field: string; label: string; level: string; weight: number; sentence: string | null }[];
}

/** Pairs of accounts. */
export async function pairsOf(t: TestSystem, viewer: UserViewer, status: string): Promise<Pair[]> {
  const side = '{ id recordId title values masked lineage { sourceKey connection { id } object { id } } }';
  const query = `query ($status: PairStatus!) { resolutionPairs(entityType: "Account", status: $status, first: 100) { totalCount nodes { id status weight probability decidedBy { id } decidedAt
    a ${side} b ${side} comparisons { field label level weight sentence } } } }`;
  return (await ask<{ resolutionPairs: { nodes: Pair[] } }>(t, viewer, query, { status })).resolutionPairs.nodes;
}
