import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraphFactories } from '../../embedded/subgraphs.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';
import { COLLEAGUE, Company, PERSON } from './company.testkit.ts';

const TIMEOUT_MS = 180_000;
let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem(subgraphFactories);
}, TIMEOUT_MS);
afterAll(() => t[Symbol.asyncDispose]());

const REQUEST = `mutation ($input: RequestErasureInput!) { requestErasure(input: $input) {
  ... on ErasureChanged { request { id status subject { kind shown related } } } ... on InputRefused { problems { code field } } } }`;
const READ = `query ($id: ID!) { erasureRequest(id: $id) { status subject { kind shown related } found { kind title part rows rowsByNameOnly } } }`;

interface Requested {
  requestErasure: { request: { id: string }; problems: { code: string }[] };
}
interface Read {
  erasureRequest: {
    status: string;
    subject: { kind: string; shown: string; related: boolean }[];
    found: { kind: string; part: string | null; rows: number }[];
  };
}

const NEEDLES = [PERSON.email, PERSON.name, 'quartz', '5550103', PERSON.key];
const totals = async (company: Company): Promise<unknown> =>
  (
    await company.ask<{ ask: unknown }>(
      'insights',
      'query ($q: String!) { ask(question: $q) { ... on Answer { value } ... on Declined { text } } }',
      {
        q: 'total amount of orders',
      },
    )
  ).ask;

async function settledShop(): Promise<Company> {
  const company = await Company.found(t);
  await company.connect();
  await company.unify();
  const widget = { title: 'Hers', kind: 'KPI', question: `orders of ${PERSON.name}`, layout: { x: 0, y: 0, w: 3, h: 2 } };
  const input = { title: `About ${PERSON.name}`, sentence: `all about ${PERSON.email}`, version: 0, widgets: [widget] };
  await company.ask('insights', 'mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { __typename } }', { input });
  return company;
}

async function forget(company: Company, input: Record<string, unknown>): Promise<string> {
  const { requestErasure } = await company.ask<Requested>('accounts', REQUEST, { input });
  const { id } = requestErasure.request;
  await t.settled();
  await company.ask('accounts', 'mutation ($id: ID!) { confirmErasure(id: $id) { __typename } }', { id }, company.admin);
  await t.settled();
  return id;
}

test(
  'a person who is forgotten is in no table any more, sums stay right, others stay, and a sync does not bring them back',
  async () => {
    const company = await settledShop();
    const before = await totals(company);
    expect(Object.keys(await company.traces(NEEDLES))).toEqual(
      expect.arrayContaining(['tenant raw_record', 'tenant quarantined_record', 'source_schema', 'dashboard', 'outbox_entry']),
    );
    const { requestErasure } = await company.ask<Requested>('accounts', REQUEST, {
      input: { identifiers: [{ kind: 'EMAIL', value: PERSON.email }] },
    });
    const { id } = requestErasure.request;
    await t.settled();
    const { erasureRequest: found } = await company.ask<Read>('accounts', READ, { id });
    expect(found.status).toBe('AWAITING_CONFIRMATION');
    // What stands beside the address in the person's own record leads to places that do not say the address.
    expect(found.subject.filter(({ related }) => related).map(({ kind }) => kind)).toContain('PHONE');
    expect(found.found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['RAW', 'QUARANTINE', 'CANONICAL', 'MODEL', 'QUESTIONS']));
    expect(JSON.stringify(found)).not.toContain('quartz');

    const refused = await company.ask<{ confirmErasure: { problems: { code: string }[] } }>(
      'accounts',
      'mutation ($id: ID!) { confirmErasure(id: $id) { ... on InputRefused { problems { code } } } }',
      { id },
    );
    expect(refused.confirmErasure.problems).toEqual([{ code: 'ERASURE_SECOND_PERSON' }]);
    await company.ask('accounts', 'mutation ($id: ID!) { confirmErasure(id: $id) { __typename } }', { id }, company.admin);
    await t.settled();

    const needles = [PERSON.email, '5550103'];
    expect(await company.traces(needles)).toEqual({});
    expect(await totals(company)).toEqual(before);
    expect((await company.traces([COLLEAGUE.email]))['tenant raw_record']).toBeGreaterThan(0);

    const { erasureCertificate } = await company.ask<{
      erasureCertificate: { hash: string; document: { verification: { rowsLeft: number } } };
    }>('accounts', 'query ($id: ID!) { erasureCertificate(requestId: $id) { hash document path } }', { id });
    expect(erasureCertificate.document.verification.rowsLeft).toBe(0);
    expect(JSON.stringify(erasureCertificate)).not.toMatch(/quartz|5550103/i);
    const stored = await t.system.database.unitOfWork(company.owner.tenantId, (unit) =>
      sql<{ certificate: string }>`select certificate from erasure_request where id = ${id}`.execute(unit.sql),
    );
    expect(
      createHash('sha256')
        .update(stored.rows[0]?.certificate ?? '')
        .digest('hex'),
    ).toBe(erasureCertificate.hash);

    await company.sync(true);
    expect(await company.traces(needles)).toEqual({});
    expect(await totals(company)).toEqual(before);
  },
  TIMEOUT_MS,
);

test(
  'by address, number, name and key nothing is left of a person, with their records gone for good',
  async () => {
    const company = await settledShop();
    await forget(company, {
      treatment: 'ERASE',
      identifiers: [
        { kind: 'EMAIL', value: PERSON.email.toUpperCase() },
        { kind: 'PHONE', value: '0049 (171) 555-0103' },
        { kind: 'NAME', value: PERSON.name },
        { kind: 'KEY', value: PERSON.key, table: 'contacts' },
      ],
    });
    expect(await company.traces(NEEDLES)).toEqual({});
    await company.sync(true);
    expect(await company.traces(NEEDLES)).toEqual({});
    const set = await t.system.database.unitOfWork(company.owner.tenantId, (unit) =>
      unit.asTenant((db) =>
        sql<{ code: string; raw: string }>`select code, raw from quarantined_record where code = 'PERSON_FORGOTTEN'`.execute(db),
      ),
    );
    expect(set.rows.length).toBeGreaterThan(0);
    expect(set.rows.every(({ raw }) => raw === '')).toBe(true);
  },
  TIMEOUT_MS,
);
