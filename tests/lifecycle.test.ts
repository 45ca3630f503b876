import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { eventually } from './testkit/eventually.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { registerOwner } from './testkit/registered-owner.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';
import { connectorsEntities } from '../subgraphs/connectors/entities.ts';
import { createConnectors } from '../subgraphs/connectors/index.ts';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { carryOut } from '../subgraphs/accounts/lifecycle/closure/carry-out.ts';
import { takeInventory } from '../subgraphs/accounts/lifecycle/closure/inventory.ts';

const run = promisify(execFile);

let t: TestSystem;
let gateway: TestGateway;
beforeAll(async () => {
  t = await startTestSystem([
    { create: createAccounts, entities: accountsEntities },
    { create: createConnectors, entities: connectorsEntities },
  ]);
  gateway = await startTestGateway(t, 'in process');
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { extensions: { code: string } }[];
}

interface Owner {
  name: string;
  tenantId: string;
  headers: Record<string, string>;
  ask(query: string, variables?: object): Promise<Answer>;
}

async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
  const body = JSON.stringify({ query, variables });
  const reply = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return (await reply.json()) as Answer;
}

async function registered(): Promise<Owner> {
  const name = `Acme ${randomUUID()}`;
  const { tenantId, headers } = await registerOwner(gateway.url, { tenantName: name });
  return { name, tenantId, headers, ask: (query, variables) => ask(query, variables, headers) };
}

/** So many raw records of nothing in particular. */
const land = ({ tenantId }: Owner, records: number): Promise<unknown> =>
  t.system.database.unitOfWork(tenantId, (unit) =>
    unit.asTenant((db) =>
      sql`insert into raw_record (object_id, record_key, ordinal, data, content_hash, sync_id, changed_sync_id)
        select ${randomUUID()}::uuid, 'k' || n, n, jsonb_build_object('n', n), 'h', ${randomUUID()}::uuid, ${randomUUID()}::uuid
        from generate_series(1, ${sql.lit(records)}) n`.execute(db),
    ),
  );

/** What a root field answered. */
const told = ({ data }: Answer, field: string): unknown => (data ?? {})[field];
const codes = ({ errors }: Answer): string[] => (errors ?? []).map(({ extensions }) => extensions.code);
const FREEZE =
  'mutation { freezeTenant(reason: "audit") { ... on Tenant { status frozenReason } ... on InputRefused { problems { code } } } }';
const WRITE = 'mutation { createLogInLink { expiresAt } }';
const CLOSE = `mutation ($name: String!) { closeTenant(confirm: $name, withoutExport: true) {
  ... on TenantClosing { receipt } ... on InputRefused { problems { code field } } } }`;
const PROOF = `query ($receipt: ID!) { closureProof(receipt: $receipt) { tenantName finishedAt genuine before { name count } after { name count } checks { name passed } } }`;

test('in a frozen tenant everything is read and nothing changed until it is thawed', async () => {
  const owner = await registered();
  expect(await owner.ask(FREEZE)).toMatchObject({ data: { freezeTenant: { status: 'FROZEN', frozenReason: 'audit' } } });
  await eventually('changes are refused', async () => codes(await owner.ask(WRITE)).includes('TENANT_FROZEN'));
  expect(await owner.ask('{ tenant { status frozenAt } }')).toMatchObject({ data: { tenant: { status: 'FROZEN' } } });
  expect(await owner.ask('mutation { unfreezeTenant { status } }')).toMatchObject({ data: { unfreezeTenant: { status: 'ACTIVE' } } });
  await eventually('changes are made', async () => codes(await owner.ask(WRITE)).length === 0);
});

test('a door that opens later knows which tenants are frozen', async () => {
  const owner = await registered();
  await owner.ask(FREEZE);
  const later = await startTestGateway(t, 'in process');
  onTestFinished(() => later[Symbol.asyncDispose]());
  const reply = await fetch(`${later.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...owner.headers },
    body: JSON.stringify({ query: WRITE }),
  });
  expect(codes((await reply.json()) as Answer)).toEqual(['TENANT_FROZEN']);
});

test('everything of a tenant is in one archive, with a manifest that counts, and nothing that opens anything', async () => {
  const [owner, other] = [await registered(), await registered()];
  await land(owner, 2_500);
  expect(await owner.ask('mutation { exportTenant { ... on TenantExport { status } } }')).toMatchObject({
    data: { exportTenant: { status: 'RUNNING' } },
  });
  await t.settled();
  const listed = await owner.ask('{ tenantExports { id status files rows bytes path } }');
  const [made] = told(listed, 'tenantExports') as { status: string; path: string; bytes: number; rows: number }[];
  expect(made).toMatchObject({ status: 'READY' });
  const reply = await fetch(`${gateway.url}${made?.path}`, { headers: owner.headers });
  const bytes = Buffer.from(await reply.arrayBuffer());
  expect(bytes.length).toBe(made?.bytes);
  const folder = await mkdtemp(join(tmpdir(), 'export-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'all.tar.gz'), bytes);
  await run('tar', ['-xzf', 'all.tar.gz'], { cwd: folder });
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    files: { name: string; rows: number; sha256: string }[];
    tables: { name: string; rows: number }[];
  };
  expect(manifest.tables).toContainEqual(expect.objectContaining({ name: 'data/raw_record', rows: 2_500 }));
  for (const { name, rows, sha256 } of manifest.files) {
    const content = await readFile(join(folder, name));
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(content.toString('utf8').trim().split('\n')).toHaveLength(rows);
  }
  const people = await readFile(join(folder, 'platform/user_account/000001.ndjson'), 'utf8');
  expect(people).toContain('@example.com');
  expect(people).not.toContain('argon2');
  expect((await fetch(`${gateway.url}${made?.path}`, { headers: other.headers })).status).toBe(404);
  expect((await fetch(`${gateway.url}${made?.path}`)).status).toBe(401);
});

test('a tenant is closed only by its name and with an export, or without one on purpose', async () => {
  const owner = await registered();
  const close = (confirm: string, withoutExport: boolean): Promise<Answer> =>
    owner.ask(
      'mutation ($c: String!, $w: Boolean!) { closeTenant(confirm: $c, withoutExport: $w) { ... on InputRefused { problems { code } } } }',
      { c: confirm, w: withoutExport },
    );
  expect(await close('Acme', true)).toMatchObject({ data: { closeTenant: { problems: [{ code: 'CONFIRMATION_WRONG' }] } } });
  expect(await close(owner.name, false)).toMatchObject({ data: { closeTenant: { problems: [{ code: 'EXPORT_MISSING' }] } } });
});

test('a closed tenant lets nobody in and leaves nothing behind, and its former owner has the proof of it', async () => {
  const [owner, other] = [await registered(), await registered()];
  await owner.ask(WRITE);
  await land(owner, 10);
  await t.system.cache.set({ tenantId: owner.tenantId, name: 'x' }, 'y', 60_000);
  const uploads = join(t.system.config.dataFolder, 'uploads', owner.tenantId, randomUUID());
  await mkdir(uploads, { recursive: true });
  await writeFile(join(uploads, 'a.csv'), 'a,b\n1,2\n');
  const { receipt } = told(await owner.ask(CLOSE, { name: owner.name }), 'closeTenant') as { receipt: string };
  await eventually('nobody enters', async () => codes(await owner.ask('{ tenant { name } }')).includes('TENANT_CLOSING'));
  await eventually('it is gone', async () => {
    return (told(await ask(PROOF, { receipt }), 'closureProof') as { finishedAt: string | null }).finishedAt !== null;
  });
  const proof = told(await ask(PROOF, { receipt }), 'closureProof') as { before: { name: string }[]; checks: { passed: boolean }[] };
  expect(proof).toMatchObject({ tenantName: owner.name, genuine: true, after: [] });
  expect(proof.before.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'data.raw_record',
      'user_account',
      'user_session',
      'audit_entry',
      'uploaded files',
      'cached values',
      'schemas of the database',
    ]),
  );
  expect(proof.checks.every(({ passed }) => passed)).toBe(true);
  await t.system.journal.settled();
  expect(await takeInventory(t.system, owner.tenantId)).toEqual({});
  expect(codes(await owner.ask('{ tenant { name } }'))).toEqual(['TENANT_CLOSING']);
  expect(await ask(PROOF, { receipt: 'x'.repeat(43) })).toEqual({ data: { closureProof: null } });
  expect(await other.ask('{ tenant { name } }')).toMatchObject({ data: { tenant: { name: other.name } } });
});

test('a closure that dies anywhere goes on where it stopped', async () => {
  const owner = await registered();
  const { tenantId } = owner;
  await owner.ask(WRITE);
  await t.system.database.unitOfWork(tenantId, (unit) =>
    sql`insert into tenant_closure (tenant_id, name, receipt_hash, requested_by, requested_at)
      values (${tenantId}, ${owner.name}, ${randomUUID()}, ${tenantId}, now() - interval '1 hour')`.execute(unit.sql),
  );
  // The loop of the system would take it: it is held as if another process had it.
  const lease = await t.system.locks.acquire(`closure:${tenantId}`, 60_000);
  let died = 0;
  for (let steps = 1; ; steps += 3) {
    const dying = dyingAfter(steps);
    try {
      await carryOut({ ...t.system, database: dying }, tenantId);
      break;
    } catch (error) {
      expect(String(error)).toContain('killed');
      died += 1;
    }
  }
  await lease?.release();
  expect(died).toBeGreaterThan(5);
  expect(await takeInventory(t.system, tenantId)).toEqual({});
}, 120_000);

/** The database of a process that is killed after so many transactions. */
function dyingAfter(steps: number): TestSystem['system']['database'] {
  const { database } = t.system;
  let left = steps;
  const alive = <T>(work: () => Promise<T>): Promise<T> => (left-- > 0 ? work() : Promise.reject(new Error('killed')));
  return {
    ...database,
    unitOfWork: (tenantId, work) => alive(() => database.unitOfWork(tenantId, work)),
    systemWork: (work) => alive(() => database.systemWork(work)),
    tenants: { ...database.tenants, drop: (tenantId) => alive(() => database.tenants.drop(tenantId)) },
  };
}
