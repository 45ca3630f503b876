import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraphFactories } from '../../embedded/subgraphs.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';
import { COLLEAGUE, Company, PERSON } from './company.testkit.ts';

const TIMEOUT_MS = 120_000;
let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem(subgraphFactories);
}, TIMEOUT_MS);
afterAll(() => t[Symbol.asyncDispose]());

const SET = `mutation ($input: PersonalDataPolicyInput!) { setPersonalDataPolicy(input: $input) {
  ... on PersonalDataPolicyChanged { effect valuesBefore policies { source type action } toSyncAgain { id } } ... on InputRefused { problems { code field } } } }`;
const REPORT =
  '{ personalDataReport { totalCount nodes { source connection { id } objectName columnName type count estimated confidence action firstSeenAt } } }';

interface Finding {
  source: string;
  objectName: string | null;
  columnName: string | null;
  type: string;
  count: number;
  estimated: boolean;
  action: string;
}
const reportOf = async (company: Company): Promise<Finding[]> =>
  (await company.ask<{ personalDataReport: { nodes: Finding[] } }>('accounts', REPORT)).personalDataReport.nodes;
const setPolicy = async (company: Company, input: Record<string, unknown>) =>
  (
    await company.ask<{
      setPersonalDataPolicy: { effect: string; valuesBefore: number; toSyncAgain: { id: string }[]; problems: object[] };
    }>('accounts', SET, { input })
  ).setPersonalDataPolicy;
const landed = (company: Company, table: string): Promise<Record<string, unknown>[]> =>
  t.system.database.unitOfWork(company.owner.tenantId, async (unit) => {
    const { rows } = await sql<{ id: string }>`select id from source_object where name = ${table}`.execute(unit.sql);
    return unit.asTenant(async (db) =>
      (
        await db
          .selectFrom('raw_record')
          .select('data')
          .where('object_id', '=', rows[0]?.id ?? '')
          .where('removed_at', 'is', null)
          .execute()
      ).map(({ data }) => data),
    );
  });

test(
  'nothing a newcomer connects is changed, and the report says what is where, never the values',
  async () => {
    const company = await Company.found(t);
    await company.connect();
    expect((await landed(company, 'contacts')).map(({ email }) => email)).toContain(PERSON.email);
    const report = await reportOf(company);
    const of = (objectName: string, columnName: string): string[] =>
      report.filter((finding) => finding.objectName === objectName && finding.columnName === columnName).map(({ type }) => type);
    expect(of('contacts', 'email')).toEqual(['EMAIL']);
    expect(of('contacts', 'phone')).toEqual(['PHONE']);
    expect(of('tickets', 'body')).toEqual(expect.arrayContaining(['EMAIL', 'PHONE']));
    expect(report.find(({ columnName }) => columnName === 'email')).toMatchObject({ count: 42, action: 'WARN', source: 'CONNECTION' });
    expect(report.filter(({ objectName }) => objectName === 'orders')).toEqual([]);
    expect(JSON.stringify(report)).not.toContain('example.org');
    await t.settled();
    const told = await t.system.database.unitOfWork(company.owner.tenantId, (unit) =>
      sql<{ n: string }>`select count(*) as n from outbox_entry where topic = 'accounts.personal-data-found'`.execute(unit.sql),
    );
    expect(Number(told.rows[0]?.n)).toBe(report.length);
  },
  TIMEOUT_MS,
);

test(
  'redacted values get the same pseudonym wherever they stand, so that joins survive; samples show none of them either',
  async () => {
    const company = await Company.found(t);
    await setPolicy(company, { source: 'ANY', type: 'EMAIL', action: 'REDACT' });
    await setPolicy(company, { source: 'ANY', type: 'PHONE', action: 'REDACT' });
    await company.connect();
    const contacts = await landed(company, 'contacts');
    const her = contacts.find(({ contact_id: id }) => id === PERSON.key);
    expect(contacts).toHaveLength(42);
    expect(String(her?.['email'])).toMatch(/@pseudonym\.invalid$/);
    expect(new Set(contacts.map(({ email }) => email)).size).toBe(42);
    const bodies = (await landed(company, 'tickets')).map(({ body }) => String(body));
    expect(bodies.filter((body) => body.includes(String(her?.['email']))).length).toBe(3);
    expect(await company.traces([PERSON.email, COLLEAGUE.email, '5550103', '5550888'])).toEqual({});
    expect((await reportOf(company)).find(({ objectName, columnName }) => objectName === 'contacts' && columnName === 'email')).toMatchObject({
      action: 'REDACT', count: 42, estimated: false,
    }); // prettier-ignore
  },
  TIMEOUT_MS,
);

test(
  'blocked records are set aside without the value; the most specific policy wins, and what came in before comes in again when asked for',
  async () => {
    const company = await Company.found(t);
    await company.connect();
    const change = await setPolicy(company, { source: 'CONNECTION', connectionId: company.connectionId, type: 'EMAIL', action: 'BLOCK' });
    expect(change).toMatchObject({ toSyncAgain: [{ id: company.connectionId }] });
    expect(change.valuesBefore).toBeGreaterThan(42);
    await setPolicy(company, { source: 'ANY', type: 'EMAIL', action: 'ALLOW' });
    await company.sync();
    expect(await landed(company, 'contacts')).toHaveLength(42);
    await company.sync(true);
    expect(await landed(company, 'contacts')).toHaveLength(0);
    const set = await t.system.database.unitOfWork(company.owner.tenantId, (unit) =>
      unit.asTenant((db) =>
        db.selectFrom('quarantined_record').select(['code', 'reason', 'raw']).where('code', '=', 'PERSONAL_DATA').execute(),
      ),
    );
    expect(set).toHaveLength(42 + 120);
    expect(set[0]).toEqual({ code: 'PERSONAL_DATA', reason: expect.stringContaining('email') as string, raw: '' });
    await setPolicy(company, { source: 'CONNECTION', connectionId: company.connectionId, type: 'EMAIL', action: null });
    await company.sync(true);
    expect(await landed(company, 'contacts')).toHaveLength(42);
  },
  TIMEOUT_MS,
);

test('a question or a dashboard with what is blocked is refused with the type; what is redacted is asked and saved as a pseudonym', async () => {
  const company = await Company.found(t);
  await setPolicy(company, { source: 'QUESTIONS', type: 'EMAIL', action: 'BLOCK' });
  await setPolicy(company, { source: 'QUESTIONS', type: 'PHONE', action: 'REDACT' });
  const ask = `query ($q: String!) { ask(question: $q) { ... on Declined { question reason text wouldHelp } } }`;
  const { ask: declined } = await company.ask<{ ask: object }>('insights', ask, { q: `deals of ${PERSON.email}` });
  expect(declined).toMatchObject({ reason: 'PERSONAL_DATA', text: expect.stringContaining('email') as string });
  expect(JSON.stringify(declined)).not.toContain('quartz');
  const save = `mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) {
    ... on DashboardSaved { dashboard { title sentence } } ... on InputRefused { problems { code } } } }`;
  const widgets = [{ title: 'W', kind: 'KPI', question: 'revenue', layout: { x: 0, y: 0, w: 3, h: 2 } }];
  const input = { title: 'Mine', sentence: `about ${PERSON.email}`, version: 0, widgets };
  expect(await company.ask('insights', save, { input })).toEqual({ saveDashboard: { problems: [{ code: 'PERSONAL_DATA_BLOCKED' }] } });
  const saved = await company.ask('insights', save, { input: { ...input, sentence: `calls to ${PERSON.phone} this year` } });
  expect(JSON.stringify(saved)).toMatch(/calls to \+999/);
  expect((await reportOf(company)).filter(({ source }) => source === 'QUESTIONS').map(({ type }) => type)).toEqual(
    expect.arrayContaining(['EMAIL', 'PHONE']),
  );
  expect(await company.traces([PERSON.email, '5550103'])).toEqual({});
});

test('a policy says which source it is for', async () => {
  const company = await Company.found(t);
  for (const input of [
    { source: 'CONNECTION', type: 'EMAIL', action: 'BLOCK' },
    { source: 'CONNECTIONS', connectionId: company.owner.tenantId, action: 'BLOCK' },
    { source: 'ANY', connectionKind: 'FILES', action: 'BLOCK' },
  ])
    expect((await setPolicy(company, input)).problems).toMatchObject([{ code: 'POLICY_SOURCE_INVALID' }]);
});
