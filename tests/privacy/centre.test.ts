import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraphFactories } from '../../embedded/subgraphs.ts';
import { RETENTION_KINDS } from '../../schema/privacy/retention.ts';
import { startTestGateway, type TestGateway } from '../testkit/test-gateway.ts';
import { signSession } from '../../subgraphs/kernel/viewer/session-token.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';
import { COLLEAGUE, Company, PERSON, shopFiles } from './company.testkit.ts';

const TIMEOUT_MS = 120_000;
let t: TestSystem;
let gateway: TestGateway;
beforeAll(async () => {
  t = await startTestSystem(subgraphFactories);
  gateway = await startTestGateway(t, 'in process');
}, TIMEOUT_MS);
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

const download = async (company: Company, path: string, viewer = company.owner): Promise<Response> => {
  const { token } = await signSession(viewer, t.system.secrets.session, new Date());
  return fetch(new URL(path, gateway.url), { headers: { authorization: `Bearer ${token}` } });
};

describe('retention', () => {
  const SET = `mutation ($kind: RetentionKind!, $days: Int) { setRetentionRule(kind: $kind, days: $days) {
    ... on RetentionRuleChanged { rule { kind days chosen } } ... on InputRefused { problems { code } } } }`;
  const RULES = '{ retentionRules { kind days chosen minimumDays maximumDays due lastDeleted } }';
  interface Rule {
    kind: string;
    days: number | null;
    due: number | null;
    lastDeleted: number | null;
  }
  const ruleOf = async (company: Company, kind: string): Promise<Rule | undefined> =>
    (await company.ask<{ retentionRules: Rule[] }>('accounts', RULES)).retentionRules.find((rule) => rule.kind === kind);
  const run = async (company: Company, dryRun: boolean): Promise<void> => {
    await company.ask('accounts', 'mutation ($dryRun: Boolean!) { runRetention(dryRun: $dryRun) { runId } }', { dryRun });
    await t.settled();
  };

  test('every kind has a rule within the platform’s bounds, and no other can be set', async () => {
    const company = await Company.found(t);
    const { retentionRules } = await company.ask<{ retentionRules: Rule[] }>('accounts', RULES);
    expect(retentionRules.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(RETENTION_KINDS).toSorted());
    expect(await company.ask('accounts', SET, { kind: 'RUNS', days: 1 })).toEqual({
      setRetentionRule: { problems: [{ code: 'RETENTION_OUT_OF_BOUNDS' }] },
    });
    expect(await company.ask('accounts', SET, { kind: 'RUNS', days: 30 })).toMatchObject({
      setRetentionRule: { rule: { days: 30, chosen: true } },
    });
    expect(await company.ask('accounts', SET, { kind: 'RUNS', days: null })).toMatchObject({
      setRetentionRule: { rule: { days: 90, chosen: false } },
    });
  });

  test(
    'what is too old is counted by a try, and gone after the run; what is not stays',
    async () => {
      const company = await Company.found(t);
      await company.connect();
      await run(company, true);
      const { tenantId } = company.owner;
      const age = (statement: ReturnType<typeof sql>): Promise<unknown> =>
        t.system.database.unitOfWork(tenantId, (unit) => statement.execute(unit.sql));
      await t.system.database.unitOfWork(tenantId, (unit) =>
        unit.asTenant((db) => sql`update quarantined_record set created_at = now() - interval '40 days'`.execute(db)),
      );
      await age(
        sql`update durable_run set started_at = now() - interval '200 days', finished_at = now() - interval '200 days' where phase = 'ENDED'`,
      );
      await company.ask('accounts', SET, { kind: 'QUARANTINE', days: 30 });
      expect((await ruleOf(company, 'QUARANTINE'))?.due).toBe(1);
      const runs = (await ruleOf(company, 'RUNS'))?.due ?? 0;
      expect(runs).toBeGreaterThan(0);
      await run(company, true);
      expect(await ruleOf(company, 'QUARANTINE')).toMatchObject({ due: 1, lastDeleted: null });
      await run(company, false);
      expect(await ruleOf(company, 'QUARANTINE')).toMatchObject({ due: 0, lastDeleted: 1 });
      expect(await ruleOf(company, 'RUNS')).toMatchObject({ due: 0 });
      expect((await company.traces([COLLEAGUE.email]))['tenant raw_record']).toBeGreaterThan(0);
      const { rows } = await t.system.database.unitOfWork(tenantId, (unit) =>
        sql<{ action: string }>`select action from audit_entry where action = 'retention.deleted'`.execute(unit.sql),
      );
      expect(rows.length).toBeGreaterThanOrEqual(2);
    },
    TIMEOUT_MS,
  );
});

describe('consents', () => {
  const CONSENT = 'id subject purpose state legalBasis grantedAt withdrawnAt history { state evidence source }';
  const RECORD = `mutation ($input: ConsentInput!) { recordConsent(input: $input) { ... on ConsentRecorded { consent { ${CONSENT} } } ... on InputRefused { problems { code field } } } }`;
  const input = {
    subject: PERSON.email,
    purpose: 'newsletter',
    legalBasis: 'CONSENT',
    source: 'web form',
    evidence: `double opt-in by ${PERSON.email}`,
  };
  interface Recorded {
    recordConsent: { consent: { id: string; subject: string; state: string; history: { state: string; evidence: string }[] } };
  }

  test('are found by the person, kept without naming them, and withdrawn by adding to their history', async () => {
    const company = await Company.found(t);
    const { recordConsent } = await company.ask<Recorded>('accounts', RECORD, { input });
    expect(recordConsent.consent).toMatchObject({ subject: 'w•••@example.org', state: 'GRANTED' });
    expect(recordConsent.consent.history[0]?.evidence).not.toContain('quartz');
    expect(await company.traces([PERSON.email])).toEqual({});
    const withdraw = `mutation ($id: ID!) { withdrawConsent(id: $id, source: "letter", evidence: "letter of today") { ... on ConsentRecorded { consent { ${CONSENT} } } } }`;
    await company.ask('accounts', withdraw, { id: recordConsent.consent.id });
    const { consents } = await company.ask<{ consents: { nodes: Recorded['recordConsent']['consent'][]; totalCount: number } }>(
      'accounts',
      `query ($subject: String) { consents(subject: $subject) { totalCount nodes { ${CONSENT} } } }`,
      { subject: PERSON.email.toUpperCase() },
    );
    expect(consents.totalCount).toBe(1);
    expect(consents.nodes[0]).toMatchObject({ state: 'WITHDRAWN' });
    expect(consents.nodes[0]?.history.map(({ state }) => state)).toEqual(['WITHDRAWN', 'GRANTED']);
  });

  test('cannot be changed, not even by the product itself', async () => {
    const company = await Company.found(t);
    await company.ask('accounts', RECORD, { input });
    const change = t.system.database.unitOfWork(company.owner.tenantId, (unit) =>
      sql`update consent_event set state = 'WITHDRAWN'`.execute(unit.sql),
    );
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });

  test('say everything that has to be corrected', async () => {
    const company = await Company.found(t);
    const wrong = { ...input, purpose: ' ', at: '2999-01-01T00:00:00Z' };
    expect(await company.ask('accounts', RECORD, { input: wrong })).toMatchObject({
      recordConsent: { problems: [{ field: 'purpose' }, { field: 'at' }] },
    });
  });
});

describe('what is known about a person', () => {
  test(
    'is handed out as an archive of the records about them, to those who may, until it expires',
    async () => {
      const company = await Company.found(t);
      await company.connect(shopFiles());
      const EXPORT = `mutation ($identifiers: [IdentifierInput!]!) { exportPerson(identifiers: $identifiers) { ... on PersonExportStarted { export { id status } } } }`;
      await company.ask('accounts', EXPORT, { identifiers: [{ kind: 'EMAIL', value: PERSON.email }] });
      await t.settled();
      const { personExports } = await company.ask<{ personExports: { nodes: { status: string; path: string; records: number }[] } }>(
        'accounts',
        '{ personExports { nodes { status path records truncated } } }',
      );
      expect(personExports.nodes).toMatchObject([{ status: 'READY', truncated: false }]);
      const path = personExports.nodes[0]?.path ?? '';
      const response = await download(company, path);
      expect(response.status).toBe(200);
      const archive = (await response.json()) as {
        records: { place: string; part: string | null; values?: { data?: { email?: string } } }[];
      };
      expect(archive.records).toHaveLength(personExports.nodes[0]?.records ?? -1);
      expect(
        archive.records.filter(({ place, part }) => place === 'RAW' && part === 'contacts').map(({ values }) => values?.data?.email),
      ).toEqual([PERSON.email]);
      expect(JSON.stringify(archive)).not.toContain(COLLEAGUE.email);
      expect((await download(company, path, { ...company.owner, role: 'ANALYST' })).status).toBe(403);
      expect((await download(await Company.found(t), path)).status).toBe(404);
      expect(await company.traces(['wilhelmina'])).not.toHaveProperty('person_export_part');
    },
    TIMEOUT_MS,
  );
});

test('what cannot be looked for is refused with what would do', async () => {
  const company = await Company.found(t);
  const REQUEST =
    'mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { ... on InputRefused { problems { code field } } } }';
  const refused = async (identifiers: object[]): Promise<unknown> =>
    (await company.ask<{ requestErasure: { problems: unknown } }>('accounts', REQUEST, { input: { identifiers } })).requestErasure.problems;
  expect(await refused([])).toMatchObject([{ code: 'IDENTIFIER_INVALID' }]);
  for (const identifier of [
    { kind: 'EMAIL', value: 'nobody' },
    { kind: 'PHONE', value: '12' },
    { kind: 'NAME', value: 'Madonna' },
    { kind: 'KEY', value: '42' },
  ])
    expect(await refused([identifier])).toMatchObject([{ code: 'IDENTIFIER_INVALID', field: 'identifiers[0]' }]);
  expect(await refused([{ kind: 'EMAIL', value: `${company.owner.userId}@example.com` }])).toMatchObject([{ code: 'SUBJECT_IS_OWNER' }]);
});
