import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './testkit/eventually.ts';
import { openGraphCompany, type GraphCompany } from './testkit/graph-company.ts';
import { type Planes, scanSnapshot } from './testkit/scan-snapshot.ts';

const TIMEOUT_MS = 180_000;
const AS_OF = '2026-06-30T00:00:00Z';
const daysAgo = (days: number): string => new Date(Date.parse(AS_OF) - days * 86_400_000).toISOString();

let company: GraphCompany;
let viewer: UserViewer;
beforeAll(async () => {
  company = await openGraphCompany();
  viewer = await company.t.newTenant();
}, TIMEOUT_MS);
afterAll(() => company[Symbol.asyncDispose]());

const seen = (domain: string, days: number): object[] =>
  ['dns', 'proxy'].map((source) => ({ observation_id: `${domain} ${source}`, domain, source, observed_at: daysAgo(days) }));
const contract = (product: string, annual_value: number): object => ({
  contract_id: `c ${product}`, product, annual_value, currency: 'USD', start_date: '2026-01-01', end_date: '2026-12-31',
}); // prettier-ignore

/** A company with two applications in the cloud, two that are shadow IT, two zombies, and one that is as it should be. */
const PLANES: Planes = {
  discovery: {
    observations: [...seen('notion.so', 3), ...seen('airtable.com', 2), ...seen('zoom.us', 1)],
  },
  idp: {
    objects: [
      { idp_id: 'i1', name: 'Dropbox', domain: 'dropbox.com', has_sso: true, last_login_at: daysAgo(150), department: 'Sales' },
      { idp_id: 'i2', name: 'Trello', domain: 'trello.com', has_sso: true, last_login_at: daysAgo(200), department: 'Marketing' },
      { idp_id: 'i3', name: 'Zoom', domain: 'zoom.us', has_sso: true, last_login_at: daysAgo(1), department: 'Sales', scopes: ['https://www.googleapis.com/auth/gmail.readonly'], provider: 'google', owner_email: 'kim@corp.com' },
    ],
  },
  cloud: {
    resources: [
      { resource_id: 'r1', name: 'ledger', resource_type: 'service', region: 'eu-west-1', environment: 'production', cloud_provider: 'aws', department: 'Finance' },
      { resource_id: 'r2', name: 'archive', resource_type: 'service', region: 'eu-west-1', environment: 'production', cloud_provider: 'aws', owner: 'lee@corp.com', department: 'Finance' },
      { resource_id: 'r3', name: 'mailer', resource_type: 'service', region: 'us-east-1', environment: 'staging', cloud_provider: 'aws', department: 'Marketing' },
    ],
  },
  finance: {
    contracts: [contract('Notion', 24_000), contract('Airtable', 6_000), contract('Dropbox', 12_000), contract('Trello', 3_000), contract('Zoom', 9_000)],
  },
}; // prettier-ignore

const scan = (planes: Planes): Promise<void> => scanSnapshot(company, viewer, { asOf: AS_OF, planes });

const CONNECT = `mutation { connectSource(input: { kind: DISCOVERED, values: [] }) {
  ... on ConnectionStarted { connection { id } } ... on InputRefused { problems { code message } } } }`;
interface Connected {
  connectSource: { connection?: { id: string }; problems?: { code: string }[] };
}

async function unify(): Promise<void> {
  const { connectSource } = await company.ask<Connected>(viewer, CONNECT);
  const { connection } = connectSource;
  expect(connection, JSON.stringify(connectSource)).toBeDefined();
  await company.t.settled();
  const proposal = 'query ($id: ID!) { connection(id: $id) { mappingProposal { id } } }';
  const found = await company.ask<{ connection: { mappingProposal: { id: string } } }>(viewer, proposal, { id: connection?.id });
  const { id } = found.connection.mappingProposal;
  await company.ask(viewer, 'mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }', { id });
  await eventually('the mapping is published', async () => {
    const status = 'query ($id: ID!) { mappingProposal(id: $id) { status problem { message } } }';
    const { mappingProposal } = await company.ask<{ mappingProposal: { status: string } }>(viewer, status, { id });
    if (mappingProposal.status === 'FAILED') throw new Error(JSON.stringify(mappingProposal));
    return mappingProposal.status === 'PUBLISHED';
  });
  await company.t.settled();
}

interface Said {
  __typename: string;
  value: number | null;
  formattedValue: string | null;
  text: string;
  rows: unknown[][];
  metric: { name: string } | null;
}
const QUESTION = `query ($q: String!) { ask(question: $q) { __typename
  ... on Answer { value formattedValue text rows metric { name } plan { json } } ... on Declined { text reason missing wouldHelp } } }`;

async function asked(q: string): Promise<Said> {
  const { ask } = await company.ask<{ ask: Said }>(viewer, QUESTION, { q });
  expect(ask.__typename, JSON.stringify(ask)).toBe('Answer');
  return ask;
}

const firsts = ({ rows }: Said): string[] => rows.map(([first]) => String(first)).toSorted();

test('before any scan there is nothing to connect', async () => {
  const { connectSource } = await company.ask<Connected>(viewer, CONNECT);
  expect(connectSource.problems).toMatchObject([{ code: 'DISCOVERED_NOTHING' }]);
});

describe('once a scan has found applications', () => {
  beforeAll(async () => {
    await scan(PLANES);
    await unify();
  }, TIMEOUT_MS);

  test.each<[string, string[]]>([
    ['what runs in eu-west without an owner?', ['ledger']],
    ['shadow IT over $10k', ['Notion']],
    ['which apps can read our mail?', ['Zoom']],
    ['which apps have no owner?', ['Airtable', 'Dropbox', 'Notion', 'Trello', 'ledger', 'mailer']],
    ['which tools are unused?', ['Dropbox', 'Trello']],
    ['which zombies do we still pay for?', ['Dropbox', 'Trello']],
    ['which apps in production have no owner?', ['ledger']],
    ['which services run in us-east-1?', ['mailer']],
    ['what software do we pay for?', ['Airtable', 'Dropbox', 'Notion', 'Trello', 'Zoom']],
    ['apps without an owner over $5k', ['Airtable', 'Dropbox', 'Notion']],
    ['which apps does kim@corp.com own?', ['Zoom']],
  ])('%s', async (question, names) => {
    const said = await asked(question);
    expect(firsts(said), JSON.stringify(said)).toEqual(names);
  });

  test.each<[string, number]>([
    ['how many zombie apps do we pay for?', 2],
    ['what did shadow IT cost?', 30_000],
    ['what do zombie apps cost?', 15_000],
    ['what do zombies cost?', 15_000],
    ['what do orphaned apps cost?', 45_000],
    ['what do unowned apps cost?', 45_000],
    ['spend on ownerless software', 45_000],
    ['how much do we spend on shadow IT?', 30_000],
    ['what does unsanctioned software cost us?', 30_000],
    ['unsanctioned apps', 2],
    ['orphaned apps', 6],
    ['how many applications do we have?', 8],
  ])('%s', async (question, value) => {
    const said = await asked(question);
    expect(said.value, JSON.stringify(said)).toBe(value);
  });

  test('the applications are read through the door, with no right but to read assets', async () => {
    await company.t.system.journal.settled();
    const { rows } = await company.t.system.database.unitOfWork(viewer.tenantId, (unit) =>
      sql`select distinct credential_kind, operation from journal_request where operation = 'DiscoveredApplications'`.execute(unit.sql),
    );
    expect(rows).toEqual([{ credential_kind: 'AGENT', operation: 'DiscoveredApplications' }]);
  });

  test('another tenant has nothing of it to connect', async () => {
    const { connectSource } = await company.ask<Connected>(await company.t.newTenant(), CONNECT);
    expect(connectSource.problems).toMatchObject([{ code: 'DISCOVERED_NOTHING' }]);
  });

  test('apps by department', async () => {
    const said = await asked('apps by department');
    expect(Object.fromEntries(said.rows.map(([department, count]) => [department, count])), JSON.stringify(said)).toEqual({
      Finance: 2,
      Marketing: 2,
      Sales: 2,
      '(none)': 2,
    });
  });

  test('which apps have the highest risk?', async () => {
    const said = await asked('which apps have the highest risk?');
    const listed =
      'query { assets(filter: { kind: APPLICATION }, order: RISK, first: 3) { nodes { profile { label } scores { risk { value } } } } }';
    const { assets } = await company.ask<{ assets: { nodes: { profile: { label: string }; scores: { risk: { value: number } } }[] } }>(
      viewer,
      listed,
    );
    const [riskiest] = assets.nodes;
    expect(said.rows[0], JSON.stringify(said)).toEqual(expect.arrayContaining([riskiest?.profile.label]));
  });

  test('where is our infrastructure risk?', async () => {
    const said = await asked('where is our infrastructure risk?');
    expect(said, JSON.stringify(said)).toMatchObject({ metric: { name: 'infrastructure_risk' } });
    expect(firsts(said)).toEqual(['(none)', 'Finance', 'Marketing', 'Sales']);
  });

  test(
    'what is new since the last scan?',
    async () => {
      await scan({ discovery: { observations: seen('miro.com', 1) } });
      await eventually('the applications are read again', async () => (await asked('how many applications do we have?')).value === 9);
      const said = await asked('what is new since the last scan?');
      expect(firsts(said), JSON.stringify(said)).toEqual(['miro.com']);
    },
    TIMEOUT_MS,
  );

  test(
    'costs in several currencies are never added',
    async () => {
      const inEuros = {
        contract_id: 'c Miro',
        product: 'Miro',
        domain: 'miro.com',
        annual_value: 500,
        currency: 'EUR',
        start_date: '2026-01-01',
        end_date: '2026-12-31',
      };
      await scan({ finance: { contracts: [inEuros] } });
      const costs = async () =>
        (await company.ask<{ ask: { __typename: string; text: string } }>(viewer, QUESTION, { q: 'what did shadow IT cost?' })).ask;
      await eventually('it is declined', async () => (await costs()).__typename === 'Declined');
      expect((await costs()).text).toContain('EUR');
    },
    TIMEOUT_MS,
  );
});
