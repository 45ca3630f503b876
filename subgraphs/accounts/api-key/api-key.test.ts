import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { startTestGateway, type TestGateway } from '../../../tests/testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { accountsEntities } from '../entities.ts';
import { createAccounts } from '../index.ts';
import { ask, bearer, codeOf, MADE, makeKeyAs, newCompany, type Company, type MadeKey, type Person } from './api-key.testkit.ts';

let t: TestSystem;
let gateway: TestGateway;
let elsewhere: TestGateway;
let company: Company;
let owner: Person;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
  gateway = await startTestGateway(t, 'in process');
  elsewhere = await startTestGateway(t, 'http');
  company = await newCompany(t);
  owner = await company.person('OWNER');
});
afterAll(async () => {
  await elsewhere[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

const WHO = '{ viewer { role user { id } } }';
const MEMBERS = '{ tenant { members { totalCount } } }';
const who = async (headers: Readonly<Record<string, string>>, at = gateway): Promise<unknown> => (await ask(at, headers, WHO)).data;
const refusedAt = async (headers: Readonly<Record<string, string>>, at = gateway): Promise<string | null> =>
  codeOf(await ask(at, headers, WHO));

describe('a key', () => {
  test('acts as its account, by either header, in process and over HTTP', async () => {
    const { secret, key } = await makeKeyAs(gateway, owner);
    expect(secret).toMatch(/^ak_[0-9a-f]{12}_[0-9a-f]{64}$/);
    expect(key).toMatchObject({ start: secret.slice(0, 16), scopes: null, status: 'ACTIVE', expiresAt: null });
    const expected = { viewer: { role: 'OWNER', user: { id: owner.viewer.userId } } };
    expect(await who(bearer(secret))).toEqual(expected);
    expect(await who({ 'x-api-key': secret })).toEqual(expected);
    expect(await who(bearer(secret), elsewhere)).toEqual(expected);
  });

  test('does what its scopes name and nothing else', async () => {
    const { secret } = await makeKeyAs(gateway, owner, { scopes: ['keys.*'] });
    expect(codeOf(await ask(gateway, bearer(secret), MEMBERS))).toBe('FORBIDDEN');
    expect(codeOf(await ask(elsewhere, bearer(secret), MEMBERS))).toBe('FORBIDDEN');
    expect(codeOf(await ask(gateway, bearer(secret), '{ apiKeys { totalCount } }'))).toBeNull();
    expect((await ask(gateway, bearer(secret), '{ viewer { actions } }')).data).not.toMatchObject({
      viewer: { actions: expect.arrayContaining(['tenant.members']) as unknown },
    });
  });

  test('makes no keys and opens no sessions, whatever its scopes', async () => {
    const { secret } = await makeKeyAs(gateway, owner);
    for (const mutation of [
      'createApiKey(input: { name: "x" }) { __typename }',
      'createLogInLink { code }',
      'switchWorkspace(tenantId: "x") { __typename }',
    ])
      expect([mutation, codeOf(await ask(gateway, bearer(secret), `mutation { ${mutation} }`))]).toEqual([mutation, 'FORBIDDEN']);
  });

  test('is refused when it is not one, not ours, or too long, and it is never told which', async () => {
    const { secret } = await makeKeyAs(gateway, owner);
    const wrong = [
      `${secret}0`,
      `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`,
      `ak_${'0'.repeat(12)}_${'0'.repeat(64)}`,
      'ak_',
      `ak_${'a'.repeat(6_000)}`,
    ];
    const told = await Promise.all(wrong.flatMap((text) => [ask(gateway, bearer(text), WHO), ask(gateway, { 'x-api-key': text }, WHO)]));
    expect(told.map((each) => [each.status, codeOf(each)])).toEqual(told.map(() => [401, 'API_KEY_REFUSED']));
    expect(new Set(told.map(({ errors }) => JSON.stringify(errors))).size).toBe(1);
    expect(await refusedAt({ 'x-api-key': 'something else' })).toBe('API_KEY_REFUSED');
  });

  test('works no longer than it may', async () => {
    const { secret, key } = await makeKeyAs(gateway, owner, { expiresInDays: 1 });
    expect(await refusedAt(bearer(secret))).toBeNull();
    await t.system.database.unitOfWork(company.tenantId, ({ em }) =>
      em.getConnection().execute('update api_key set expires_at = now() where id = ?', [key.id], 'run', em.getTransactionContext()),
    );
    const fresh = await startTestGateway(t, 'in process');
    expect(await refusedAt(bearer(secret), fresh)).toBe('API_KEY_REFUSED');
    await fresh[Symbol.asyncDispose]();
  });

  test('that is revoked works nowhere any more', async () => {
    const { secret, key } = await makeKeyAs(gateway, owner);
    expect([await refusedAt(bearer(secret)), await refusedAt(bearer(secret), elsewhere)]).toEqual([null, null]);
    const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) }';
    expect((await ask(gateway, owner.headers, revoke, { id: key.id })).data).toEqual({ revokeApiKey: true });
    for (const at of [gateway, elsewhere]) await eventually('its end', async () => (await refusedAt(bearer(secret), at)) !== null);
    expect((await ask(gateway, owner.headers, revoke, { id: key.id })).data).toEqual({ revokeApiKey: false });
  });

  test('that is rotated works on for the overlap, beside the one that takes its place', async () => {
    const old = await makeKeyAs(gateway, owner, { scopes: ['keys.read'], expiresInDays: 30 });
    const rotate = `mutation ($id: ID!, $hours: Int!) { rotateApiKey(id: $id, overlapHours: $hours) { ${MADE} } }`;
    const rotated = (await ask<{ rotateApiKey: MadeKey }>(gateway, owner.headers, rotate, { id: old.key.id, hours: 1 })).data?.rotateApiKey;
    expect(rotated?.key).toMatchObject({ name: 'a program', scopes: ['keys.read'] });
    expect([await refusedAt(bearer(old.secret)), await refusedAt(bearer(rotated?.secret ?? ''))]).toEqual([null, null]);
    const again = await ask<{ rotateApiKey: MadeKey }>(gateway, owner.headers, rotate, { id: old.key.id, hours: 1 });
    expect(again.data?.rotateApiKey.problems).toMatchObject([{ code: 'API_KEY_REPLACED' }]);
    const last = await ask<{ rotateApiKey: MadeKey }>(gateway, owner.headers, rotate, { id: rotated?.key.id, hours: 0 });
    expect(last.data?.rotateApiKey.__typename).toBe('ApiKeyMade');
    await eventually('the end of one without overlap', async () => (await refusedAt(bearer(rotated?.secret ?? ''))) !== null);
  });

  test('is known by when it was used last', async () => {
    const { secret, key } = await makeKeyAs(gateway, owner);
    const own = await startTestGateway(t, 'in process');
    await ask(own, bearer(secret), WHO);
    await own[Symbol.asyncDispose]();
    const { data } = await ask<{ apiKeys: { nodes: { id: string; lastUsedAt: string | null; lastUsedFrom: string }[] } }>(
      gateway,
      owner.headers,
      '{ apiKeys { nodes { id lastUsedAt lastUsedFrom } } }',
    );
    expect(data?.apiKeys.nodes.find(({ id }) => id === key.id)).toMatchObject({
      lastUsedAt: expect.any(String) as unknown,
      lastUsedFrom: '127.0.0.1',
    });
  });

  test('shows its secret once, and neither the graph nor the database knows it afterwards', async () => {
    const { secret } = await makeKeyAs(gateway, owner);
    const rows = await t.system.database.unitOfWork(company.tenantId, ({ em }) =>
      em.getConnection().execute('select * from api_key', [], 'all', em.getTransactionContext()),
    );
    const events = await t.system.database.systemWork((db) =>
      db
        .selectFrom('outbox_entry' as never)
        .selectAll()
        .execute(),
    );
    expect(JSON.stringify([rows, events])).not.toContain(secret.slice(-64));
  });
});
