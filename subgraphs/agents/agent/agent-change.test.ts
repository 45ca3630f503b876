import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type TestAgents, ask, startTestAgents } from '../agents-graph.testkit.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

const AGENT = `id name pilot purpose enabled removed version maturity stage tools instructions limits { maxSteps maxCost maxTokens forbidden }
  raci { responsible { kind role user { id } agent { id } } accountable { kind role } }`;
const PROBLEMS = '... on InputRefused { problems { code field } }';
const CREATE = `mutation ($input: CreateAgentInput!) { saved: createAgent(input: $input) { ... on AgentSaved { agent { ${AGENT} } } ${PROBLEMS} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateAgentInput!) {
  saved: updateAgent(id: $id, version: $version, input: $input) { ... on AgentSaved { agent { ${AGENT} } } ${PROBLEMS} } }`;
const MATURITY = `mutation ($id: ID!, $version: Int!, $maturity: Float!) {
  saved: setAgentMaturity(id: $id, version: $version, maturity: $maturity, reason: "it did well") {
    ... on AgentSaved { agent { ${AGENT} } } ${PROBLEMS} } }`;

interface Agent {
  id: string;
  name: string;
  pilot: string;
  enabled: boolean;
  removed: boolean;
  version: number;
  stage: string;
  tools: string[];
  limits: { maxSteps: number; maxCost: number; forbidden: string[] };
}
interface Saved {
  saved: { agent?: Agent; problems?: { code: string; field: string | null }[] };
}

const inTeam = (viewer: UserViewer, role: UserViewer['role']): UserViewer => ({ ...viewer, role });
const made = async (viewer: UserViewer, name: string): Promise<Agent> => {
  const { saved } = await ask<Saved>(t, viewer, CREATE, { input: { name, purpose: 'Looks after invoices.', tools: ['graph.query'] } });
  if (saved.agent === undefined) throw new Error(JSON.stringify(saved));
  return saved.agent;
};
const pilotOf = async (viewer: UserViewer): Promise<Agent> => {
  const { agents } = await ask<{ agents: { nodes: Agent[] } }>(t, viewer, `{ agents(first: 1) { nodes { ${AGENT} } } }`);
  const [pilot] = agents.nodes;
  if (pilot === undefined) throw new Error('no pilot');
  return pilot;
};

test('an agent of one’s own starts as an intern with the usual limits and no tools but those given', async () => {
  const viewer = await t.newTenant();
  const agent = await made(viewer, 'Clerk');
  expect(agent).toMatchObject({
    pilot: 'CUSTOM', enabled: true, version: 1, maturity: 0.5, stage: 'INTERN', tools: ['graph.query'],
    limits: { maxSteps: 20, maxCost: 1, forbidden: [] },
    raci: { responsible: [], accountable: [{ kind: 'ROLE', role: 'OWNER' }, { role: 'ADMIN' }, { role: 'OPERATOR' }] },
  }); // prettier-ignore
  const { agents } = await ask<{ agents: { totalCount: number; nodes: Agent[] } }>(t, viewer, '{ agents { totalCount nodes { name } } }');
  expect([agents.totalCount, agents.nodes.at(-1)?.name]).toEqual([5, 'Clerk']);
});

test('of two who change the same version one is told of the other; every version is kept with what was different', async () => {
  const viewer = await t.newTenant();
  const { id } = await made(viewer, 'Clerk');
  const change = (maxSteps: number): Promise<Saved> =>
    ask<Saved>(t, viewer, UPDATE, { id, version: 1, input: { limits: { maxSteps, forbidden: ['http.*'] }, reason: 'busy season' } });
  const outcomes = await Promise.all([change(30), change(40)]);
  expect(outcomes.filter(({ saved }) => saved.agent?.version === 2)).toHaveLength(1);
  expect(outcomes.flatMap(({ saved }) => saved.problems ?? [])).toEqual([{ code: 'AGENT_CHANGED_MEANWHILE', field: 'version' }]);
  const trusted = await ask<Saved>(t, viewer, MATURITY, { id, version: 2, maturity: 0.95 });
  expect(trusted.saved.agent).toMatchObject({ version: 3, stage: 'AUTONOMOUS' });
  const { agent } = await ask<{ agent: { versions: { totalCount: number; nodes: { changes: { field: string; before: string }[] }[] } } }>(
    t,
    viewer,
    'query ($id: ID!) { agent(id: $id) { versions { totalCount nodes { version reason changedBy { id } changes { field before after } } } } }',
    { id },
  );
  expect(agent.versions).toMatchObject({
    totalCount: 3,
    nodes: [
      { version: 3, reason: 'it did well', changedBy: { id: viewer.userId }, changes: [{ field: 'maturity', before: '0.5', after: '0.95' }] },
      { version: 2, reason: 'busy season', changes: [{ field: 'forbidden', before: '[]', after: '["http.*"]' }, { field: 'maxSteps', before: '20' }] },
      { version: 1, reason: null, changes: [] },
    ],
  }); // prettier-ignore
});

test('pilots are tuned, disabled and enabled, and never removed', async () => {
  const viewer = await t.newTenant();
  const { id, version } = await pilotOf(viewer);
  expect(version).toBe(1);
  const tuned = await ask<Saved>(t, viewer, UPDATE, { id, version, input: { tools: ['graph.*'], limits: { maxCost: 0.25 } } });
  expect(tuned.saved.agent).toMatchObject({ tools: ['graph.*'], limits: { maxCost: 0.25, maxSteps: 20 } });
  const off = await ask<Saved>(
    t,
    viewer,
    `mutation ($id: ID!) { saved: disableAgent(id: $id) { ... on AgentSaved { agent { enabled } } } }`,
    { id },
  );
  const on = await ask<Saved>(
    t,
    viewer,
    `mutation ($id: ID!) { saved: enableAgent(id: $id) { ... on AgentSaved { agent { enabled } } } }`,
    { id },
  );
  expect([off.saved.agent?.enabled, on.saved.agent?.enabled]).toEqual([false, true]);
  const gone = await ask<Saved>(t, viewer, `mutation ($id: ID!) { saved: removeAgent(id: $id) { ${PROBLEMS} } }`, { id });
  expect(gone.saved.problems).toEqual([{ code: 'AGENT_IS_PILOT', field: 'id' }]);
});

test('a removed agent is in no list, cannot be changed, and its name is free', async () => {
  const viewer = await t.newTenant();
  const { id } = await made(viewer, 'Clerk');
  const taken = await ask<Saved>(t, viewer, CREATE, { input: { name: ' clerk ', purpose: 'The same.' } });
  expect(taken.saved.problems).toEqual([{ code: 'AGENT_NAME_TAKEN', field: 'name' }]);
  await ask(t, viewer, 'mutation ($id: ID!) { removeAgent(id: $id) { __typename } }', { id });
  const { agents, agent } = await ask<{ agents: { totalCount: number }; agent: Agent }>(
    t,
    viewer,
    'query ($id: ID!) { agents { totalCount } agent(id: $id) { removed enabled } }',
    { id },
  );
  expect([agents.totalCount, agent]).toEqual([4, { removed: true, enabled: false }]);
  const late = await ask<Saved>(t, viewer, UPDATE, { id, version: 1, input: { name: 'Zombie' } });
  expect(late.saved.problems).toEqual([{ code: 'AGENT_NOT_FOUND', field: 'id' }]);
  await made(viewer, 'Clerk');
});

test('what cannot be is refused with the field it is about', async () => {
  const viewer = await t.newTenant();
  const refused = async (input: object): Promise<unknown> => (await ask<Saved>(t, viewer, CREATE, { input })).saved.problems;
  const base = { name: 'Clerk', purpose: 'Looks.' };
  expect(await refused({ ...base, name: ' ' })).toEqual([{ code: 'AGENT_INVALID', field: 'name' }]);
  expect(await refused({ ...base, tools: ['rm -rf'] })).toEqual([{ code: 'AGENT_INVALID', field: 'tools' }]);
  expect(await refused({ ...base, limits: { maxSteps: 0, maxCost: -1 } })).toEqual([
    { code: 'AGENT_INVALID', field: 'limits.maxSteps' },
    { code: 'AGENT_INVALID', field: 'limits.maxCost' },
  ]);
  const owner = { kind: 'ROLE', role: 'OWNER' };
  expect(await refused({ ...base, raci: { responsible: [owner], accountable: [owner] } })).toEqual([
    { code: 'AGENT_INVALID', field: 'raci' },
  ]);
  expect(await refused({ ...base, raci: { accountable: [] } })).toEqual([{ code: 'AGENT_INVALID', field: 'raci' }]);
  const { id, version } = await pilotOf(viewer);
  const wild = await ask<Saved>(t, viewer, MATURITY, { id, version, maturity: 1.5 });
  expect(wild.saved.problems).toEqual([{ code: 'AGENT_INVALID', field: 'maturity' }]);
});

test('members read agents; only owners and admins change them, and of another tenant nobody', async () => {
  const viewer = await t.newTenant();
  const { id } = await made(viewer, 'Clerk');
  for (const role of ['OPERATOR', 'ANALYST', 'VIEWER', 'AGENT'] as const) {
    const { errors } = await t.graph('agents', UPDATE, { id, version: 1, input: { name: 'Mine' } }, inTeam(viewer, role));
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
  await ask(t, inTeam(viewer, 'ADMIN'), UPDATE, { id, version: 1, input: { name: 'Ours' } });
  const stranger = await ask<Saved>(t, await t.newTenant(), UPDATE, { id, version: 1, input: { name: 'Mine' } });
  expect(stranger.saved.problems).toEqual([{ code: 'AGENT_NOT_FOUND', field: 'id' }]);
});
