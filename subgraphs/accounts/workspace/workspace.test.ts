import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { verifySession } from '../../kernel/viewer/session-token.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { accountsEntities } from '../entities.ts';
import { createAccounts } from '../index.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const SESSION =
  '__typename ... on Session { token viewer { role tenant { id name kind demo } } } ... on InputRefused { problems { code } }';

interface Opened {
  __typename: string;
  token: string;
  viewer: { role: string; tenant: { id: string; name: string; kind: string; demo: boolean } };
  problems: { code: string }[];
}

const viewerOf = (token: string): Promise<UserViewer> => verifySession(token, t.system.secrets.session, new Date());
/** Who somebody is, whichever session they come with. */
const personOf = ({ credential: _session, ...person }: UserViewer): UserViewer => person;

async function ask<T>(query: string, viewer?: UserViewer, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await t.graph('accounts', query, variables, viewer);
  expect(errors).toBeUndefined();
  return data as T;
}

async function register(): Promise<UserViewer> {
  const input = { tenantName: 'Acme', email: `${randomUUID()}@example.com`, displayName: 'Ada', password: 'correct horse battery' };
  const mutation = `mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) { ${SESSION} } }`;
  return viewerOf((await ask<{ registerTenant: Opened }>(mutation, undefined, { input })).registerTenant.token);
}

const createDemo = async (viewer: UserViewer): Promise<Opened> =>
  (await ask<{ createDemoWorkspace: Opened }>(`mutation { createDemoWorkspace { ${SESSION} } }`, viewer)).createDemoWorkspace;
const switchTo = async (viewer: UserViewer, tenantId: string): Promise<Opened> =>
  (await ask<{ switchWorkspace: Opened }>(`mutation ($t: ID!) { switchWorkspace(tenantId: $t) { ${SESSION} } }`, viewer, { t: tenantId }))
    .switchWorkspace;
const workspacesOf = async (viewer: UserViewer): Promise<{ id: string; demo: boolean }[]> =>
  (await ask<{ workspaces: { id: string; demo: boolean }[] }>('{ workspaces { id demo } }', viewer)).workspaces;
const deleteDemo = async (viewer: UserViewer): Promise<{ deleted: boolean; session: Opened }> => {
  const mutation = `mutation { deleteDemoWorkspace { __typename ... on DemoDeleted { deleted session { token } } ... on InputRefused { problems { code } } } }`;
  return (await ask<{ deleteDemoWorkspace: { deleted: boolean; session: Opened } }>(mutation, viewer)).deleteDemoWorkspace;
};

test('the demo company is a tenant of its own beside the one it was made for, made once however often it is asked for', async () => {
  const mine = await register();
  const made = await Promise.all([createDemo(mine), createDemo(mine), createDemo(mine)]);
  expect(new Set(made.map((session) => session.viewer.tenant.id)).size).toBe(1);
  expect(made[0]?.viewer).toMatchObject({ role: 'OWNER', tenant: { kind: 'DEMO', demo: true } });
  expect(await workspacesOf(mine)).toEqual([
    { id: mine.tenantId, demo: false },
    { id: made[0]?.viewer.tenant.id, demo: true },
  ]);
});

test('one goes from the own workspace into the demo and back as oneself', async () => {
  const mine = await register();
  const demo = await viewerOf((await createDemo(mine)).token);
  expect(demo.tenantId).not.toBe(mine.tenantId);
  expect(await workspacesOf(demo)).toEqual(await workspacesOf(mine));
  expect(await viewerOf((await switchTo(demo, mine.tenantId)).token)).toMatchObject(personOf(mine));
  expect(await viewerOf((await switchTo(mine, demo.tenantId)).token)).toMatchObject(personOf(demo));
});

test('the workspace of another tenant is not to be told from one that is not there', async () => {
  const [mine, theirs] = await Promise.all([register(), register()]);
  const demo = await viewerOf((await createDemo(theirs)).token);
  const refused = { __typename: 'InputRefused', problems: [{ code: 'WORKSPACE_NOT_FOUND' }] };
  for (const id of [theirs.tenantId, demo.tenantId, randomUUID(), 'nonsense']) expect(await switchTo(mine, id)).toEqual(refused);
  expect(await workspacesOf(mine)).toEqual([{ id: mine.tenantId, demo: false }]);
  const seen = await t.system.database.unitOfWork(mine.tenantId, async (unit) => sql`select id from tenant`.execute(unit.sql));
  expect(seen.rows).toEqual([{ id: mine.tenantId }]);
});

test('a tenant may read the row of its demo and not change it', async () => {
  const mine = await register();
  const demo = await viewerOf((await createDemo(mine)).token);
  const changed = await t.system.database.unitOfWork(mine.tenantId, async (unit) =>
    sql`update tenant set name = 'mine now' where id = ${demo.tenantId}`.execute(unit.sql),
  );
  expect(Number(changed.numAffectedRows)).toBe(0);
});

test('removing the demo leaves no row and no schema of it behind, whoever asks from where, and nothing of the own tenant goes', async () => {
  const mine = await register();
  const demo = await viewerOf((await createDemo(mine)).token);
  await ask('mutation { createLogInLink { code } }', demo);
  await t.settled();
  const removed = await deleteDemo(demo);
  expect(removed.deleted).toBe(true);
  expect(await viewerOf(removed.session.token)).toMatchObject(personOf(mine));
  expect(await workspacesOf(mine)).toEqual([{ id: mine.tenantId, demo: false }]);
  expect((await deleteDemo(mine)).deleted).toBe(false);
  const left = await t.system.database.unitOfWork(demo.tenantId, async (unit) =>
    sql<{
      n: number;
    }>`select (select count(*) from user_account) + (select count(*) from outbox_entry) + (select count(*) from outbox_low_water) + (select count(*) from tenant)
      + (select count(*) from pg_namespace where nspname like ${`%${demo.tenantId.replaceAll('-', '')}%`}) as n`.execute(unit.sql),
  );
  expect(Number(left.rows[0]?.n)).toBe(0);
  expect((await createDemo(mine)).viewer.tenant.id).not.toBe(demo.tenantId);
});

test('whoever may not own the demo can neither make nor remove it', async () => {
  const mine = await register();
  const analyst: UserViewer = { ...mine, role: 'ANALYST' };
  for (const mutation of ['createDemoWorkspace', 'deleteDemoWorkspace']) {
    const { errors } = await t.graph('accounts', `mutation { ${mutation} { __typename } }`, {}, analyst);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

test('the local key opens the demo where there is one, and says so where there is none', async () => {
  const open = async (): Promise<Opened> =>
    (
      await ask<{ logInWithLocalKey: Opened }>(
        `mutation ($key: String!) { logInWithLocalKey(key: $key, workspace: DEMO) { ${SESSION} } }`,
        undefined,
        { key: t.system.secrets.ownerKey ?? '' },
      )
    ).logInWithLocalKey;
  expect((await open()).problems).toEqual([{ code: 'NO_DEMO_WORKSPACE' }]);
  const { logInWithLocalKey: own } = await ask<{ logInWithLocalKey: Opened }>(
    `mutation ($key: String!) { logInWithLocalKey(key: $key) { ${SESSION} } }`,
    undefined,
    { key: t.system.secrets.ownerKey ?? '' },
  );
  await createDemo(await viewerOf(own.token));
  expect((await open()).viewer.tenant.demo).toBe(true);
});
