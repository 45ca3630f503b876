import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIdempotency } from '../subgraphs/kernel/idempotency/idempotency.ts';
import type { AgentAtWork } from '../subgraphs/kernel/viewer/agent-token.ts';
import { signAgent } from '../subgraphs/kernel/viewer/agent-token.ts';
import { eventually } from './testkit/eventually.ts';
import { startLiveSystem, type LiveSystem } from './testkit/live.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';

let live: LiveSystem;
let gateway: TestGateway;
const opened = new AsyncDisposableStack();
beforeAll(async () => {
  live = opened.use(await startLiveSystem());
  const { database, logger, secrets } = live.t.system;
  const idempotency = opened.adopt(openIdempotency({ database, vault: secrets.vault, logger }), (open) => open.close());
  gateway = opened.use(await startTestGateway(live.t, 'http', {}, { idempotency }));
});
afterAll(() => opened.disposeAsync());

const AGENTS = '{ agents { nodes { id pilot } } }';
const PAUSE = 'mutation ($id: ID!) { pauseSync(id: $id) { __typename } }';
const CONNECT = 'mutation { createUpload { __typename } }';

async function agent(scopes: readonly string[] | null = null): Promise<AgentAtWork> {
  const { tenantId } = await live.t.newTenant();
  return { tenantId, agentId: randomUUID(), runId: randomUUID(), scopes };
}

function call(
  who: AgentAtWork,
  document: string,
  variables = {},
  idempotencyKey: string | null = null,
  signal = new AbortController().signal,
) {
  return live.t.system.door.call(who, { document, variables, idempotencyKey, signal });
}

test('an agent reads its own tenant through the public door, and the journal says which agent it was, in which run', async () => {
  const who = await agent();
  const { data, errors } = await call(who, AGENTS);
  expect(errors).toEqual([]);
  expect((data as { agents: { nodes: unknown[] } }).agents.nodes).toHaveLength(4);
  await live.t.system.journal.settled();
  const { rows } = await live.t.system.database.unitOfWork(who.tenantId, (unit) =>
    sql`select user_id, credential_kind, credential_id from journal_request`.execute(unit.sql),
  );
  expect(rows).toMatchObject([{ user_id: who.agentId, credential_kind: 'AGENT', credential_id: who.runId }]);
});

test('an agent may what the table of actions gives agents, and no more, whatever its role', async () => {
  const who = await agent();
  const allowed = await call(who, PAUSE, { id: randomUUID() }, randomUUID());
  expect(allowed.errors.map(({ code }) => code)).not.toContain('FORBIDDEN');
  const refused = await call(who, CONNECT, {}, randomUUID());
  expect(refused.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  const limited = await call({ ...who, scopes: ['agents.read'] }, PAUSE, { id: randomUUID() }, randomUUID());
  expect(limited.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
});

test('a program with the role of agents may not what agents may', async () => {
  const viewer = await live.t.newTenant('AGENT');
  const reply = await live.t.graph('connectors', PAUSE, { id: randomUUID() }, { ...viewer, credential: { kind: 'KEY', id: randomUUID() } });
  expect(reply.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('revoking an agent ends it at once, and what it is given afterwards works', async () => {
  const who = await agent();
  expect((await call(who, AGENTS)).errors).toEqual([]);
  await live.t.system.database.unitOfWork(who.tenantId, async (unit) =>
    unit.emit('accounts.credentials-revoked', { userId: who.agentId, credentialId: null, at: new Date().toISOString() }),
  );
  const old = await signAgent(who, live.t.system.secrets.session, new Date(Date.now() - 5_000));
  const status = async (): Promise<number> => {
    const headers = { authorization: `Bearer ${old}`, 'content-type': 'application/json' };
    return (await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: AGENTS }) })).status;
  };
  await eventually('the old token is refused', async () => (await status()) === 401);
  // The door makes a new token when an old one is refused.
  expect((await call(who, AGENTS)).errors).toEqual([]);
});

test('a token that was made by somebody else, or is a minute old, is nobody’s', async () => {
  const who = await agent();
  const { session, viewer } = live.t.system.secrets;
  const tokens = [await signAgent(who, viewer, new Date()), await signAgent(who, session, new Date(Date.now() - 62_000))];
  for (const token of tokens) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    expect((await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: AGENTS }) })).status).toBe(401);
  }
});

test('a call that is called off ends with an error that says it may be repeated', async () => {
  const stopped = AbortSignal.abort();
  await expect(call(await agent(), AGENTS, {}, null, stopped)).rejects.toMatchObject({ code: 'DOOR_CLOSED', extensions: { retry: true } });
});
