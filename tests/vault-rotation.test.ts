import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSharedKeys, rotateVaultKey } from '../embedded/keys.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';
import { accountsSealed } from '../subgraphs/accounts/sealed-columns.ts';
import { loadConfig } from '../subgraphs/kernel/config/config.ts';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { channelSecretContext } from '../subgraphs/accounts/notification/channel-secrets.ts';
import { agentsSealed } from '../subgraphs/agents/sealed-columns.ts';
import { assetsSealed } from '../subgraphs/assets/sealed-columns.ts';
import { connectorsSealed } from '../subgraphs/connectors/sealed-columns.ts';
import { insightsSealed } from '../subgraphs/insights/sealed-columns.ts';
import { newCompany } from '../subgraphs/accounts/api-key/api-key.testkit.ts';
import { resealAll } from '../subgraphs/kernel/vault/reseal.ts';
import { openSecret, sealSecret, vaultKey } from '../subgraphs/kernel/vault/vault.ts';

const CHANNELS = 450;
let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const [first, second] = [randomBytes(32), randomBytes(32)];
const old = vaultKey(first);
const current = vaultKey(second, [first]);

/** A company with channels sealed with the old key. */
async function settle(): Promise<{ tenantId: string; ids: string[] }> {
  const { tenantId } = await newCompany(t);
  const ids = Array.from({ length: CHANNELS }, () => randomUUID());
  const urls = ids.map((id) => sealSecret(`https://hooks.example/${id}`, old, channelSecretContext({ id, tenantId }, 'url')));
  await t.system.database.unitOfWork(tenantId, (unit) =>
    sql`insert into notification_channel (id, tenant_id, kind, name, host, url_sealed, minimum_severity, paused, created_at)
      select i, ${tenantId}::uuid, 'SLACK', 'x', 'hooks.example', u, 'INFO', true, now() from unnest(${ids}::uuid[], ${urls}::text[]) c (i, u)`.execute(unit.sql),
  ); // prettier-ignore
  return { tenantId, ids };
}

async function sealedWith(tenantId: string): Promise<Map<string, number>> {
  const { rows } = await t.system.database.unitOfWork(tenantId, (unit) =>
    sql<{ url_sealed: string }>`select url_sealed from notification_channel`.execute(unit.sql),
  );
  const counts = new Map<string, number>();
  for (const { url_sealed: sealed } of rows) counts.set(sealed.split('.')[1] ?? '', (counts.get(sealed.split('.')[1] ?? '') ?? 0) + 1);
  return counts;
}

test('stopped anywhere, sealing anew goes on where it stopped, and every secret opens all the time', async () => {
  const { tenantId, ids } = await settle();
  const deps = { ...t.system, vault: current };
  const stopping = new AbortController();
  const { database } = t.system;
  let batches = 0;
  const interrupted = {
    ...deps,
    database: {
      ...database,
      unitOfWork: async <T>(tenant: string, work: Parameters<typeof database.unitOfWork<T>>[1]): Promise<T> => {
        const result = await database.unitOfWork(tenant, work);
        batches += 1;
        if (batches === 1) stopping.abort();
        return result;
      },
    },
  };
  await resealAll(interrupted, accountsSealed, stopping.signal);
  const half = await sealedWith(tenantId);
  expect(half.get(current.id)).toBe(200);
  expect(half.get(old.id)).toBe(CHANNELS - 200);
  expect(await resealAll(deps, accountsSealed, new AbortController().signal)).toEqual({ sealed: CHANNELS - 200, unreadable: 0 });
  expect(await sealedWith(tenantId)).toEqual(new Map([[current.id, CHANNELS]]));
  const { rows } = await database.unitOfWork(tenantId, (unit) =>
    sql<{ id: string; url_sealed: string }>`select id, url_sealed from notification_channel`.execute(unit.sql),
  );
  const alone = vaultKey(second);
  expect(
    rows.map(({ id, url_sealed: sealed }) => openSecret(sealed, alone, channelSecretContext({ id, tenantId }, 'url'))).toSorted(),
  ).toEqual(ids.map((id) => `https://hooks.example/${id}`).toSorted());
});

test('what no key opens is left as it is and keeps nothing else from being sealed', async () => {
  const { tenantId } = await settle();
  const stranger = sealSecret('x', vaultKey(randomBytes(32)), { tenantId, purpose: 'elsewhere' });
  await t.system.database.unitOfWork(tenantId, (unit) =>
    sql`update notification_channel set url_sealed = ${stranger} where id in (select id from notification_channel order by id limit 10)`.execute(
      unit.sql,
    ),
  );
  const done = await resealAll({ ...t.system, vault: current }, accountsSealed, new AbortController().signal);
  expect(done).toEqual({ sealed: CHANNELS - 10, unreadable: 10 });
});

test('a new key in the data folder keeps those before it, the latest first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vault-'));
  const given = loadConfig({ DATA_FOLDER: folder });
  expect(await rotateVaultKey(folder)).toBe(false);
  const seen = [(await openSharedKeys(folder, given)).vault];
  for (let i = 0; i < 2; i++) {
    expect(await rotateVaultKey(folder)).toBe(true);
    seen.unshift((await openSharedKeys(folder, given)).vault);
  }
  const [latest] = seen;
  expect([latest?.id, ...(latest?.older ?? []).map(({ id }) => id)]).toEqual(seen.map(({ id }) => id));
  expect((await readFile(join(folder, 'vault.old.keys'), 'utf8')).split('\n')).toHaveLength(2);
  await rm(folder, { recursive: true });
});

test('every column that holds what the vault sealed is sealed anew, or lives no longer than a day', async () => {
  const SHORT_LIVED = ['idempotency_record.sealed_reply', 'person_export_part.sealed'];
  const { rows } = await t.system.database.systemWork((db) =>
    sql<{ name: string }>`select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
        and (a.attname ~ 'sealed' or a.attname in ('secret', 'previous_secret', 'identifiers'))`.execute(db),
  );
  const listed = [...accountsSealed, ...agentsSealed, ...assetsSealed, ...connectorsSealed, ...insightsSealed].map(
    ({ table, column }) => `${table}.${column}`,
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...listed, ...SHORT_LIVED].toSorted());
});
