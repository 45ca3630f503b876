import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../../../tests/testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { signSession, verifySession } from '../../kernel/viewer/session-token.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { accountsEntities } from '../entities.ts';
import { createAccounts } from '../index.ts';

let t: TestSystem;
let gateway: TestGateway;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
  gateway = await startTestGateway(t, 'in process');
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

const tokenOf = async (viewer: UserViewer): Promise<string> => (await signSession(viewer, t.system.secrets.session, new Date())).token;

async function ask<T>(viewer: UserViewer | null, query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<T> {
  const authorization = viewer === null ? {} : { authorization: `Bearer ${await tokenOf(viewer)}` };
  const reply = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await reply.json()) as T;
}

/** An owner who is really there. */
async function registered(): Promise<UserViewer> {
  const input = { tenantName: 'Acme', email: `${randomUUID()}@example.com`, displayName: 'Ada', password: 'correct horse battery' };
  const { data } = await ask<{ data: { registerTenant: { token: string } } }>(
    null,
    'mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) { ... on Session { token } } }',
    { input },
  );
  return verifySession(data.registerTenant.token, t.system.secrets.session, new Date());
}

interface Entry {
  sequence: number;
  kind: string;
  operation: string;
  outcome: string;
  requestId: string;
  address: string;
  durationMs: number;
  touched: string[];
  documentHash: string;
  cost: number;
  changes: { action: string }[];
}
const JOURNAL = `query Journal($filter: JournalFilter, $first: Int = 50, $after: String) { journal(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage }
  nodes { sequence kind operation outcome requestId address durationMs touched documentHash cost changes { action } } } }`;

async function journalOf(viewer: UserViewer, filter: object = {}): Promise<Entry[]> {
  await t.system.journal.settled();
  const { data } = await ask<{ data: { journal: { nodes: Entry[] } } }>(viewer, JOURNAL, { filter });
  return data.journal.nodes;
}

const exported = async (viewer: UserViewer, search: string): Promise<Response> => {
  await t.system.journal.settled();
  return fetch(`${gateway.url}/journal/export?${search}`, { headers: { authorization: `Bearer ${await tokenOf(viewer)}` } });
};

test('every request of the tenant is in its journal, good or refused, with who, what and how', async () => {
  const owner = await t.newTenant();
  const reader: UserViewer = { ...owner, userId: randomUUID(), role: 'VIEWER' };
  await ask(owner, 'query Who { viewer { role } }', {}, { 'x-request-id': 'mine-1' });
  await ask(reader, JOURNAL);
  await ask(reader, 'query Wrong { nothingOfTheKind }');
  const [wrong, forbidden, who, ...rest] = await journalOf(owner);
  expect(rest).toEqual([]);
  expect(who).toMatchObject({ kind: 'QUERY', operation: 'Who', outcome: 'OK', requestId: 'mine-1', address: '127.0.0.1', touched: [] });
  expect(who?.documentHash).toMatch(/^[\da-f]{64}$/);
  expect(who?.durationMs).toBeGreaterThan(0);
  expect(forbidden).toMatchObject({ operation: 'Journal', outcome: 'FORBIDDEN' });
  expect(wrong).toMatchObject({ outcome: 'GRAPHQL_VALIDATION_FAILED' });
});

test('a mutation leads to what it changed, and the change to the mutation', async () => {
  const owner = await registered();
  await ask(owner, 'mutation Link { createLogInLink { expiresAt } }');
  const [link] = await journalOf(owner, { operation: 'link' });
  expect(link).toMatchObject({ kind: 'MUTATION', outcome: 'OK' });
  const { data } = await ask<{ data: { auditTrail: { nodes: { requests: Entry[]; after: object }[] } } }>(
    owner,
    'query ($r: String) { auditTrail(filter: { requestId: $r }) { nodes { action after requests { operation } } } }',
    { r: link?.requestId },
  );
  for (const { requests } of data.auditTrail.nodes) expect(requests).toMatchObject([{ operation: 'Link' }]);
  expect(link?.changes.map(({ action }) => action)).toContain('log-in-link.created');
  expect(JSON.stringify(data)).not.toMatch(/[\da-f]{64}/);
});

test('only owners and admins read it, and only their own tenant’s', async () => {
  const [owner, other] = [await t.newTenant(), await t.newTenant()];
  await ask(owner, 'query Mine { viewer { role } }');
  expect((await journalOf(other)).map(({ operation }) => operation)).not.toContain('Mine');
  const analyst: UserViewer = { ...owner, role: 'ANALYST' };
  for (const query of [JOURNAL, '{ auditTrail { totalCount } }', '{ verifyJournal { verified } }'])
    expect(await ask(analyst, query)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  expect((await exported(analyst, 'format=csv')).status).toBe(403);
});

test('filters narrow it, pages go on where the last one ended', async () => {
  const owner = await t.newTenant();
  for (const name of ['Alpha', 'Beta', 'Alpine']) await ask(owner, `query ${name} { viewer { role } }`);
  await ask({ ...owner, role: 'VIEWER' }, JOURNAL);
  const names = async (filter: object): Promise<string[]> => (await journalOf(owner, filter)).map(({ operation }) => operation);
  expect(await names({ operation: 'alp' })).toEqual(['Alpine', 'Alpha']);
  expect(await names({ failed: true })).toEqual(['Journal']);
  expect(await names({ outcome: 'OK', operation: 'b' })).toEqual(['Beta']);
  expect(await names({ userId: randomUUID() })).toEqual([]);
  expect(await names({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
  expect(await names({ kinds: ['MUTATION'] })).toEqual([]);
  type Page = { data: { journal: { nodes: Entry[]; pageInfo: { endCursor: string } } } };
  const first = await ask<Page>(owner, JOURNAL, { first: 2 });
  const second = await ask<Page>(owner, JOURNAL, { first: 2, after: first.data.journal.pageInfo.endCursor });
  const [a, b] = [first, second].map(({ data }) => data.journal.nodes.map(({ sequence }) => sequence));
  expect(a?.[1]).toBe((b?.[0] ?? 0) + 1);
});

test('the chain is verified through the graph', async () => {
  const owner = await t.newTenant();
  for (let index = 0; index < 5; index++) await ask(owner, '{ viewer { role } }');
  await t.system.journal.settled();
  const { data } = await ask<{ data: { verifyJournal: object } }>(
    owner,
    '{ verifyJournal { verified broken { sequence breach } next head { sequence hash } } }',
  );
  expect(data.verifyJournal).toMatchObject({ verified: 5, broken: null, next: null, head: { sequence: 5 } });
});

test('it is exported as CSV that no spreadsheet carries out, and as NDJSON, with the same filters', async () => {
  const owner = await t.newTenant();
  await t.system.database.unitOfWork(owner.tenantId, async (unit) =>
    unit.audit({ action: 'thing.named', subject: { type: 'Thing', id: '=1+1' }, before: null, after: { name: '"quoted", new\nline' } }),
  );
  for (let index = 0; index < 3; index++) await ask(owner, 'query Alpha { viewer { role } }');
  const csv = await exported(owner, 'format=csv&chain=CHANGES');
  expect(csv.headers.get('content-type')).toContain('text/csv');
  const text = await csv.text();
  expect(text.split('\r\n')[0]).toMatch(/^sequence,id,at/);
  expect(text).toContain(`,'=1+1,`);
  expect(text).toContain(String.raw`{""name"":""\""quoted\"", new\nline""}`);
  const lines = (await (await exported(owner, 'format=ndjson&operation=alpha')).text()).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as Entry).operation)).toEqual(['Alpha', 'Alpha', 'Alpha']);
  expect((await exported(owner, 'format=xml')).status).toBe(400);
  expect((await journalOf(owner, { kinds: ['EXPORT'] })).map(({ outcome }) => outcome)).toEqual(['INVALID_INPUT', 'OK', 'OK']);
});

test('whoever comes with a token that is none leaves nothing in any journal', async () => {
  const owner = await t.newTenant();
  const reply = await ask(null, '{ viewer { role } }', {}, { authorization: 'Bearer nonsense' });
  expect(reply).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(await journalOf(owner)).toEqual([]);
});
