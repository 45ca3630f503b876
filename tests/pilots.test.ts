import { afterAll, beforeAll, expect, test } from 'vitest';
import { FindingKeeper } from '../subgraphs/agents/findings/finding-keeper.ts';
import { pilotIdOf } from '../subgraphs/agents/agent/pilots.ts';
import { ANALYSES, analysesOf, findAnalysis } from '../subgraphs/agents/playbooks/analyses.ts';
import { report } from '../subgraphs/agents/playbooks/analysis.ts';
import { lookAt } from '../subgraphs/agents/playbooks/reading/look.ts';
import { type Report, reportSchema } from '../subgraphs/agents/playbooks/report.ts';
import type { NewWorkflowRun } from '../subgraphs/agents/workflows/start-run.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './testkit/eventually.ts';
import { type GraphCompany, openGraphCompany } from './testkit/graph-company.ts';
import { scanSnapshot } from './testkit/scan-snapshot.ts';

const TIMEOUT_MS = 240_000;
/** The day on which pilots look. */
const NOW = new Date('2026-03-15T12:00:00Z');
const MONTHS = ['2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'];

const costs = [
  'expense_id,expense_date,vendor,category,amount,budget',
  ...MONTHS.flatMap((month, at) => [
    `C${at}1,${month}-03,Nimbus Cloud,Hosting,${at === 6 ? 9000 : 3000 + at},3000`,
    `C${at}2,${month}-05,Cityspace,Rent,5000,5000`,
    `C${at}3,${month}-07,Boardly,Software,400,`,
    `C${at}4,${month}-09,Deskline,Software,600,600`,
  ]),
];
const deals = [
  'opportunity_id,opportunity_name,stage,amount,created_date,close_date,last_activity_date,account_name',
  'D1,Elm renewal,Negotiation,80000,2025-11-01,2026-02-01,2026-03-10,Elm Express',
  'D2,Oak expansion,Proposal,12000,2025-12-01,2026-04-20,2025-12-20,Oak Foods',
  'D3,Fir new,Prospecting,5000,2026-02-01,2026-05-01,2026-03-12,Fir Tours',
  'D4,Ash new,Closed Won,9000,2025-10-01,2025-12-01,2025-12-01,Ash Bakers',
  'D5,Yew new,Qualification,,2026-02-10,2026-05-10,2026-03-11,Yew Post',
];

let company: GraphCompany;
let owner: UserViewer;
let stranger: UserViewer;
/** Of a tenant of its own: what others keep is not counted. */
let swept: UserViewer;
beforeAll(async () => {
  company = await openGraphCompany();
  owner = await company.t.newTenant();
  stranger = await company.t.newTenant();
  swept = await company.t.newTenant();
  await company.unify(owner, { 'expenses.csv': costs });
  await company.unify(owner, { 'opportunities.csv': deals });
  await company.unify(swept, {
    'vendors.csv': ['vendor_id,vendor_name,approved', 'V1,Nimbus Cloud,true', 'V2,Boardly,false', 'V3,Deskline,true'],
  });
}, TIMEOUT_MS);
afterAll(() => company[Symbol.asyncDispose]());

async function told(viewer: UserViewer, name: string): Promise<Report> {
  const analysis = findAnalysis(name);
  if (analysis === null) throw new Error(`no analysis ${name}`);
  return report(
    analysis,
    lookAt((document, variables = {}) => company.ask(viewer, document, variables), NOW),
  );
}
const keysOf = ({ findings }: Report): string[] => findings.map(({ key }) => key).toSorted();

test('on files of one’s own, FinOps tells what nobody planned, what is over budget, and what was unusual', async () => {
  const shadow = await told(owner, 'finops.shadow-spend');
  expect(shadow.needs).toEqual([]);
  expect(shadow.findings.map(({ key, measure }) => [key, measure.value])).toEqual([['boardly', 400]]);
  expect(keysOf(await told(owner, 'finops.over-budget'))).toEqual(['nimbus cloud']);
  expect(keysOf(await told(owner, 'finops.cost-anomalies'))).toEqual(['nimbus cloud:2026-02']);
});

test('RevOps tells the deals that are overdue or untouched, and what is left empty', async () => {
  const risky = await told(owner, 'revops.deals-at-risk');
  expect([keysOf(risky), risky.complete]).toEqual([['d1', 'd2'], true]);
  const gaps = await told(owner, 'revops.data-hygiene');
  expect(gaps.findings.find(({ key }) => key === 'deal-amount')?.measure.value).toBe(1);
});

test('what scans found is what SecOps and FinOps tell, as grave as it is there, and what was accepted there is told no more', async () => {
  const scanned = await company.t.newTenant();
  const seen = (domain: string) =>
    ['dns', 'proxy'].map((source) => ({ observation_id: `${domain} ${source}`, domain, source, observed_at: '2026-03-10T00:00:00Z' }));
  const contract = { contract_id: 'c1', product: 'Dropbox', annual_value: 120_000, currency: 'USD', start_date: '2026-01-01', end_date: '2026-12-31' }; // prettier-ignore
  const planes = {
    discovery: { observations: [...seen('notion.so'), ...seen('zoom.us')] },
    idp: {
      objects: [
        { idp_id: 'i1', name: 'Dropbox', domain: 'dropbox.com', has_sso: true, last_login_at: '2025-09-01T00:00:00Z', owner_email: 'kim@corp.com' },
        { idp_id: 'i2', name: 'Zoom', domain: 'zoom.us', has_sso: false, last_login_at: '2026-03-12T00:00:00Z', owner_email: 'kim@corp.com' },
      ],
    },
    finance: { contracts: [contract] },
  }; // prettier-ignore
  await scanSnapshot(company, scanned, { asOf: '2026-03-15T00:00:00Z', planes });
  const titles = async (name: string): Promise<string[]> =>
    (await told(scanned, name)).findings.map(({ severity, title }) => `${severity} ${title}`);
  expect(await titles('secops.shadow-it')).toEqual(['MEDIUM notion.so is used and nobody governs it']);
  expect(await titles('secops.application-risks')).toContain('LOW People sign in to Zoom without single sign-on');
  expect(await titles('secops.ownerless')).toEqual(['MEDIUM Nobody owns notion.so']);
  expect(await titles('finops.application-spend')).toContain('HIGH Dropbox is paid for and not used');
  const report = await told(scanned, 'secops.shadow-it');
  expect(reportSchema.safeParse(report).error).toBeUndefined();
  expect([report.complete, report.examined]).toEqual([true, 3]);
  const accept = `mutation ($id: ID!) { acceptFinding(id: $id, reason: "It is on trial.") { ... on FindingTriaged { finding { status } } } }`;
  await company.ask(scanned, accept, { id: report.findings[0]?.key });
  expect(await titles('secops.shadow-it')).toEqual([]);
});

test('where nothing is connected every analysis says what it needs or finds nothing, and none fails', async () => {
  // Tenants of tests have no people.
  for (const { name, records } of ANALYSES.filter((each) => each.name !== 'secops.grants')) {
    const report = await told(stranger, name);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect([name, report.findings]).toEqual([name, []]);
    if (records) expect(report.needs.length).toBeGreaterThan(0);
  }
});

test('what is found is kept once, asked about, decided, and measured again; nobody else sees it', async () => {
  const started: NewWorkflowRun[] = [];
  const keeper = new FindingKeeper(company.t.system, { start: (_unit, run) => Promise.resolve(void started.push(run)) });
  const agentId = pilotIdOf(owner.tenantId, 'FINOPS');
  const [sweep, later] = ['a3f5b8de-0000-4000-8000-000000000001', 'a3f5b8de-0000-4000-8000-000000000002'] as const;
  const call = (runId: string) => ({ tenantId: owner.tenantId, agentId, runId, path: 'keep' });
  const reports = await Promise.all(analysesOf('FINOPS').map(({ name }) => told(owner, name)));
  await company.ask(owner, '{ agents { nodes { id } } }');

  const [first, again] = [await keeper.keep(call(sweep), reports, 2), await keeper.keep(call(sweep), reports, 2)];
  expect([first.added, first.proposed.length, again.added, again.proposed.length, started.length]).toEqual([3, 2, 0, 0, 2]);

  interface Shown {
    id: string;
    kind: string;
    status: string;
    timesSeen: number;
    measure: { before: number; after: number | null };
    agent: { pilot: string; outcomes: { open: number; proposed: number; resolved: number }; playbooks: { name: string }[] };
  }
  const list = async (viewer: UserViewer, filter: object = {}): Promise<Shown[]> => {
    const query = `query ($filter: FindingFilter) { findings(filter: $filter) { nodes { id kind title status severity reasons evidence timesSeen links { kind id label }
      proposal { action intent benefit benefitUnit } measure { label unit before latest after } run { id } agent { pilot playbooks { name analyses { name } } outcomes { open proposed resolved } } } } }`;
    return (await company.ask<{ findings: { nodes: Shown[] } }>(viewer, query, { filter })).findings.nodes;
  };
  expect((await list(owner)).map(({ status }) => status).toSorted()).toEqual(['OPEN', 'PROPOSED', 'PROPOSED']);
  expect((await list(owner))[0]?.agent).toMatchObject({
    pilot: 'FINOPS',
    outcomes: { open: 1, proposed: 2 },
    playbooks: [{ name: 'finops-sweep' }],
  });
  expect(await list(stranger)).toEqual([]);

  // One is accepted and done, the other refused; neither by another run.
  const [one, other] = [started[0], started[1]];
  const [oneId, otherId] = [one?.input['finding'] as string, other?.input['finding'] as string];
  expect(await keeper.settle(call(sweep), oneId, 'APPROVED', null)).toBeNull();
  expect(await keeper.settle(call(one?.id ?? ''), oneId, 'APPROVED', 'Do it.')).toBe('ACCEPTED');
  expect(await keeper.settle(call(one?.id ?? ''), oneId, 'DONE', null)).toBe('DONE');
  expect(await keeper.settle(call(other?.id ?? ''), otherId, 'REJECTED', 'We need it.')).toBe('REJECTED');

  // Later all of it is gone: what was refused stays so, the rest is resolved, and how much better it got is known.
  await keeper.keep(
    call(later),
    reports.map((each) => ({ ...each, findings: [] })),
    2,
  );
  const after = new Map((await list(owner)).map((each) => [each.id, each]));
  expect([after.get(oneId)?.status, after.get(oneId)?.measure.after, after.get(otherId)?.status]).toEqual(['RESOLVED', 0, 'REJECTED']);
});

test('an open finding is put away once; what is not open, not there, or of another tenant is refused', async () => {
  const keeper = new FindingKeeper(company.t.system, { start: () => Promise.resolve() });
  const agentId = pilotIdOf(owner.tenantId, 'REVOPS');
  const runId = 'a3f5b8de-0000-4000-8000-000000000003';
  await keeper.keep({ tenantId: owner.tenantId, agentId, runId, path: 'keep' }, [await told(owner, 'revops.deals-at-risk')], 0);
  const { findings } = await company.ask<{ findings: { nodes: { id: string }[] } }>(
    owner,
    '{ findings(filter: { kinds: ["revops.deals-at-risk"], statuses: [OPEN] }) { nodes { id } } }',
  );
  const id = findings.nodes[0]?.id;
  const dismiss = async (viewer: UserViewer): Promise<unknown> => {
    const query = `mutation ($id: ID!) { dismissFinding(id: $id, reason: "Known.") {
      ... on FindingChanged { finding { status comment } } ... on InputRefused { problems { code } } } }`;
    return (await company.ask<{ dismissFinding: unknown }>(viewer, query, { id })).dismissFinding;
  };
  expect(await dismiss(stranger)).toEqual({ problems: [{ code: 'NOT_FOUND' }] });
  expect(await dismiss(owner)).toEqual({ finding: { status: 'REJECTED', comment: 'Known.' } });
  expect(await dismiss(owner)).toEqual({ problems: [{ code: 'FINDING_NOT_OPEN' }] });
  await expect(
    keeper.keep({ tenantId: owner.tenantId, agentId, runId, path: 'keep' }, [await told(owner, 'finops.shadow-spend')], 0),
  ).rejects.toMatchObject({ code: 'FINDINGS_NOT_OF_AGENT' });
});

test(
  'a sweep looks through the door, people are asked, and what they agree to is done: the whole way of a finding',
  async () => {
    const { agents } = await company.ask<{ agents: { nodes: { id: string; pilot: string }[] } }>(
      swept,
      '{ agents { nodes { id pilot } } }',
    );
    const agentId = agents.nodes.find(({ pilot }) => pilot === 'SECOPS')?.id;
    const start = `mutation ($input: StartWorkflowInput!) { startWorkflow(input: $input) {
      ... on RunChanged { run { id } } ... on InputRefused { problems { code message } } } }`;
    const input = { workflow: 'secops-sweep', agentId };
    const { startWorkflow } = await company.ask<{ startWorkflow: { run: { id: string } } }>(swept, start, { input });
    const runQuery = 'query ($id: ID!) { run(id: $id) { status problem } }';
    await eventually('the sweep ends', async () => {
      const { run } = await company.ask<{ run: { status: string; problem: string | null } }>(swept, runQuery, { id: startWorkflow.run.id });
      if (run.status === 'FAILED') throw new Error(String(run.problem));
      return run.status === 'SUCCEEDED';
    });
    const found = async () => {
      const query = '{ findings { nodes { kind title status run { status } } } }';
      return (await company.ask<{ findings: { nodes: { kind: string; title: string; status: string }[] } }>(swept, query)).findings.nodes;
    };
    expect(await found()).toMatchObject([{ kind: 'secops.shadow-it', title: 'Boardly is used without approval', status: 'PROPOSED' }]);

    const waiting = '{ approvals(status: PENDING) { nodes { id intent } } }';
    const approval = async () =>
      (await company.ask<{ approvals: { nodes: { id: string; intent: string }[] } }>(swept, waiting)).approvals.nodes.find(({ intent }) =>
        intent.includes('Boardly'),
      );
    await eventually('somebody is asked', async () => (await approval()) !== undefined);
    await company.ask(swept, 'mutation ($id: ID!) { decideApproval(id: $id, decision: APPROVE, comment: "Yes.") { __typename } }', {
      id: (await approval())?.id,
    });
    await eventually('it is done', async () => (await found())[0]?.status === 'DONE');
    const { tickets } = await company.ask<{ tickets: { nodes: { title: string }[] } }>(swept, '{ tickets { nodes { title } } }');
    expect(tickets.nodes).toEqual([{ title: 'Check Boardly: approve or replace' }]);
  },
  TIMEOUT_MS,
);
