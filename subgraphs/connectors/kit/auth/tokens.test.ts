import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type SandboxVendor, ok, tokenOf } from '../../../../sandbox/http/reply.ts';
import { startSandbox } from '../../../../sandbox/http/server.ts';
import { sealSecret } from '../../../kernel/vault/vault.ts';
import { ConnectionRow } from '../../connections/connection.entity.ts';
import { secretContext, sourceOf } from '../../connections/source-of.ts';
import { type ConnectorsTest, startConnectorsTest } from '../../connectors.testkit.ts';
import { vendorConnector } from '../../vendors/vendor-connector.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import type { HealthEvent } from '../health.ts';
import { createKit } from '../kit.ts';
import { secretKeeper } from '../secret-keeper.ts';
import { refreshTokens, signAssertion } from './oauth.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

/** Gives out a token that opens so many requests, and with each another refresh token; the one before opens nothing more. */
function rotating(uses: number): { vendor: SandboxVendor; refreshes: () => number } {
  let turn = 0;
  let left = 0;
  const refused = { status: 401, body: { error: 'token expired' } };
  return {
    refreshes: () => turn,
    vendor: {
      name: 'rotating',
      tokenPath: '/token',
      refuse: (request) => (request.path === '/token' || (tokenOf(request) === `access-${turn}` && left-- > 0) ? null : refused),
      tooMany: () => ({ status: 429, body: {} }),
      handle({ path, body, query }) {
        if (path === '/items') return ok(Number(query.get('after')) >= 6 ? [] : [{ id: Number(query.get('after')) + 1 }]);
        if (new URLSearchParams(body).get('refresh_token') !== `refresh-${turn}`) return { status: 400, body: { error: 'invalid_grant' } };
        turn += 1;
        left = uses;
        return ok({ access_token: `access-${turn}`, refresh_token: `refresh-${turn}`, expires_in: 3_600 });
      },
    },
  };
}

const reader: Vendor = {
  auth: refreshTokens({ url: '/token' }),
  tables: () => Promise.resolve([]),
  async *read({ http, signal }, _table, { from }) {
    for (let after = Number(from ?? 0); ;) {
      const records = await http.json({ path: '/items', query: { after } }, z.array(z.object({ id: z.number() })), signal);
      after = records.at(-1)?.id ?? after;
      yield { records, cursor: after, watermark: null, last: records.length === 0 };
      if (records.length === 0) return;
    }
  },
};

test('tokens that run out while a table is read are renewed, and the refresh token that replaced the last one is the one kept, sealed', async () => {
  const { tenantId, userId } = await c.t.newTenant();
  const { vendor, refreshes } = rotating(2);
  const sandbox = await startSandbox({ vendors: [vendor], port: 0 });
  const { system } = c.t;
  const id = crypto.randomUUID();
  const secret = JSON.stringify({ client_id: 'app', client_secret: 'shh', refresh_token: 'refresh-0' });
  await system.database.unitOfWork(tenantId, async ({ em }) => {
    em.persist(em.create(ConnectionRow, {
      id, tenantId, name: 'Rotating', kind: 'OPENAPI', location: `${sandbox.url}/rotating`, secret: sealSecret(secret, system.secrets.vault, secretContext({ id, tenantId })),
      settings: null, planeId: null, status: 'READY', statusReason: null, createdBy: userId, createdAt: new Date(),
    })); // prettier-ignore
  });
  const kit = createKit(system, secretKeeper(system));
  const events: HealthEvent[] = [];
  const stop = kit.health.add((_owner, event) => void events.push(event));
  const open = (): Promise<Parameters<typeof connector.pages>[0]> =>
    system.database.unitOfWork(tenantId, (unit) => sourceOf(unit, id, system.secrets.vault));
  const connector = vendorConnector(kit, 'OPENAPI', reader);
  const plan = { fields: [{ name: 'id', path: ['id'], type: 'INTEGER' }], count: null };
  const asked = { path: 'items', plan, key: ['id'], from: null, since: null, screening: null };
  const read = async (): Promise<string[]> => {
    const keys: string[] = [];
    for await (const page of connector.pages(await open(), asked, { signal: AbortSignal.timeout(30_000) }))
      keys.push(...page.records.map(({ key }) => String(key)));
    return keys;
  };
  expect(await read()).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(refreshes()).toBeGreaterThan(2);
  expect(JSON.parse((await open()).secret ?? '')).toMatchObject({ client_secret: 'shh', refresh_token: `refresh-${refreshes()}` });
  // Another process has nothing but what was kept.
  const other = vendorConnector(createKit(system, secretKeeper(system)), 'OPENAPI', reader);
  const pages = other.pages(await open(), asked, { signal: AbortSignal.timeout(30_000) })[Symbol.asyncIterator]();
  expect(await pages.next()).toMatchObject({ done: false });
  expect(events.filter(({ kind }) => kind === 'AUTHORISED').length).toBeGreaterThan(2);
  expect(JSON.stringify(events)).not.toMatch(/refresh-|access-|shh/u);
  stop();
  await sandbox.close();
});

test('assertions are signed with the key that was given, for a few minutes', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const now = Date.UTC(2026, 0, 1);
  const jwt = await signAssertion(
    { issuer: 'app', subject: 'me@example.com', audience: 'https://login.example', algorithm: 'PS256', privateKey, keyId: 'k1' },
    now,
  );
  expect(decodeProtectedHeader(jwt)).toMatchObject({ alg: 'PS256', kid: 'k1' });
  expect(decodeJwt(jwt)).toMatchObject({
    iss: 'app',
    sub: 'me@example.com',
    aud: 'https://login.example',
    iat: now / 1_000,
    exp: now / 1_000 + 180,
  });
  await expect(signAssertion({ issuer: 'a', subject: 'b', audience: 'c', privateKey: 'no key' }, now)).rejects.toMatchObject({
    code: 'VENDOR_SECRET_UNREADABLE',
  });
});
