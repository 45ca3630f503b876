import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestText } from '../gateway/idempotency/request-text.ts';
import { agentsEntities } from '../subgraphs/agents/entities.ts';
import { createAgents } from '../subgraphs/agents/index.ts';
import { createGraphContext } from '../subgraphs/kernel/federation/context.ts';
import { openIdempotency } from '../subgraphs/kernel/idempotency/idempotency.ts';
import { claimKey } from '../subgraphs/kernel/idempotency/records.ts';
import { signSession } from '../subgraphs/kernel/viewer/session-token.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

const MAKE = `mutation ($input: CreateAgentInput!) { createAgent(input: $input) {
  __typename ... on AgentSaved { agent { name } } ... on InputRefused { problems { code } } } }`;
/** Nobody renews what these processes claimed: they are dead. */
const LEASE_MS = 50;

let t: TestSystem;
let gateways: readonly TestGateway[];
const opened = new AsyncDisposableStack();
beforeAll(async () => {
  t = opened.use(await startTestSystem([{ create: createAgents, entities: agentsEntities }]));
  const { database, logger, secrets } = t.system;
  const open = async (reached: 'in process' | 'http'): Promise<TestGateway> => {
    const deps = { database, vault: secrets.vault, logger, receipts: true };
    const idempotency = opened.adopt(openIdempotency(deps, { leaseMs: 2_000, lookMs: 10 }), (once) => once.close());
    return opened.use(await startTestGateway(t, reached, {}, { idempotency }));
  };
  gateways = [await open('in process'), await open('http')];
});
afterAll(() => opened.disposeAsync());

interface Story {
  viewer: UserViewer;
  key: string;
  name: string;
}

async function story(): Promise<Story> {
  return { viewer: await t.newTenant(), key: randomUUID(), name: `Agent ${randomUUID()}` };
}

const variablesOf = (name: string) => ({ input: { name, purpose: 'To be made once.' } });

async function send({ viewer, key, name }: Story, at: number): Promise<string> {
  const { token } = await signSession(viewer, t.system.secrets.session, new Date());
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
  const body = JSON.stringify({ query: MAKE, variables: variablesOf(name) });
  const response = await fetch(`${gateways[at]?.url}/graphql`, { method: 'POST', headers, body });
  const reply = (await response.json()) as {
    data?: { createAgent: { __typename: string } | null } | null;
    errors?: { extensions: { code: string } }[];
  };
  return reply.errors?.[0]?.extensions.code ?? reply.data?.createAgent?.__typename ?? 'nothing';
}

/** A gateway claims the key, and is dead before it can do more. @returns its claim */
async function claimed({ viewer, key, name }: Story): Promise<string> {
  const claim = randomUUID();
  const requestHash = createHash('sha256')
    .update(requestText(MAKE, null, variablesOf(name)))
    .digest('hex');
  const owner = { tenantId: viewer.tenantId, actorId: viewer.userId, key };
  await claimKey(t.system.database, { ...owner, requestHash, claim, leaseMs: LEASE_MS }, true);
  return claim;
}

/** What its subgraph does on its behalf. */
async function carryOut({ viewer, key, name }: Story, claim: string): Promise<string | undefined> {
  const execute = t.subgraphs.byName.get('agents')?.execute;
  const result = await execute?.({ query: MAKE, variables: variablesOf(name) }, createGraphContext({ viewer, effect: { key, claim } }));
  return result?.errors?.[0]?.extensions['code'] as string | undefined;
}

async function made({ viewer, name }: Story): Promise<number> {
  const { data } = await t.graph('agents', '{ agents(first: 500) { nodes { name } } }', {}, viewer);
  const { nodes } = (data as { agents: { nodes: { name: string }[] } }).agents;
  return nodes.filter((each) => each.name === name).length;
}

test.each([0, 1])('what was carried out before its gateway died is not carried out again, and is said to be done (%i)', async (at) => {
  const told = await story();
  expect(await carryOut(told, await claimed(told))).toBeUndefined();
  expect(await made(told)).toBe(1);
  expect(await send(told, at)).toBe('IDEMPOTENCY_REPLY_LOST');
  expect(await send(told, at)).toBe('IDEMPOTENCY_REPLY_LOST');
  expect(await made(told)).toBe(1);
});

test.each([0, 1])('what was not carried out when its gateway died is carried out by the next call, once (%i)', async (at) => {
  const told = await story();
  await claimed(told);
  expect(await Promise.all([send(told, at), send(told, 1 - at), send(told, at)])).toEqual(['AgentSaved', 'AgentSaved', 'AgentSaved']);
  expect(await made(told)).toBe(1);
});

test('a subgraph that comes too late, when somebody else has claimed the key, changes nothing', async () => {
  const told = await story();
  const claim = await claimed(told);
  expect(await send(told, 1)).toBe('AgentSaved');
  expect(await carryOut({ ...told, name: `${told.name} too late` }, claim)).toBe('IDEMPOTENCY_KEY_BUSY');
  expect(await made({ ...told, name: `${told.name} too late` })).toBe(0);
});

test('a gateway that dies at any moment of many loses nothing and doubles nothing', async () => {
  const stories = await Promise.all(Array.from({ length: 12 }, story));
  await Promise.all(
    stories.map(async (told, index) => {
      const claim = await claimed(told);
      // The next gateway comes before, while, or after the effect of the dead one is written.
      const effect = index % 3 === 0 ? null : carryOut(told, claim);
      if (index % 3 === 1) await effect;
      const code = await send(told, index % 2);
      await effect;
      expect(['AgentSaved', 'IDEMPOTENCY_REPLY_LOST']).toContain(code);
      expect(await made(told)).toBe(1);
    }),
  );
});
