import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestSystem, startTestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { connectorsEntities } from '../entities.ts';
import { createConnectors } from '../index.ts';
import { versionOf } from '../syncs/record-version.ts';
import { type KeyedRecord, landRecords, markRemoved } from './landing.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createConnectors, entities: connectorsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const objectId = randomUUID();
const record = (key: string, version: number | null, text = `v${version}`): KeyedRecord => ({
  key, ordinal: 1, data: JSON.stringify({ text }), hash: text, version: version === null ? null : String(version),
}); // prettier-ignore

async function land(
  viewer: UserViewer,
  syncId: string,
  authoritative: boolean,
  ...page: KeyedRecord[]
): Promise<{ changed: number; again: number }> {
  const { changed, again } = await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    landRecords(unit, { objectId, syncId, authoritative }, page),
  );
  return { changed, again };
}

async function here(viewer: UserViewer): Promise<Record<string, string | null>> {
  return t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) => {
      const { rows } = await sql<{ key: string; text: string; gone: boolean }>`
        select record_key as key, data ->> 'text' as text, removed_at is not null as gone from raw_record order by 1`.execute(db);
      return Object.fromEntries(rows.map(({ key, text, gone }) => [key, gone ? null : text]));
    }),
  );
}

test('an older version never takes the place of a newer one, in a page, out of order, or in a later incremental sync', async () => {
  const viewer = await t.newTenant();
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
  expect(await land(viewer, first, true, record('a', 1), record('a', 3), record('a', 2), record('b', 5))).toEqual({ changed: 2, again: 2 });
  expect(await here(viewer)).toEqual({ a: 'v3', b: 'v5' });
  expect(await land(viewer, first, true, record('a', 2), record('b', 5))).toEqual({ changed: 0, again: 2 });
  expect(await land(viewer, second, false, record('a', 2), record('b', 6))).toEqual({ changed: 1, again: 0 });
  expect(await here(viewer)).toEqual({ a: 'v3', b: 'v6' });
  // Of equal versions the later arrival holds; and a complete read has what the source has now, were it put back from a backup.
  expect(await land(viewer, second, false, record('b', 6, 'late'))).toEqual({ changed: 1, again: 0 });
  expect(await land(viewer, third, true, record('a', 1), record('b', 4))).toEqual({ changed: 2, again: 0 });
  expect(await here(viewer)).toEqual({ a: 'v1', b: 'v4' });
});

test('what the source said was deleted does not come back with an older page of the same sync; a newer version, or another sync, brings it', async () => {
  const viewer = await t.newTenant();
  const [first, second] = [randomUUID(), randomUUID()];
  await land(viewer, first, true, record('a', 1), record('b', null), record('c', 1));
  await t.system.database.unitOfWork(viewer.tenantId, (unit) => markRemoved(unit, objectId, first, ['a', 'b', 'c'], true));
  await land(viewer, first, true, record('a', 1), record('b', null), record('c', 2));
  expect(await here(viewer)).toEqual({ a: null, b: null, c: 'v2' });
  await land(viewer, second, true, record('a', 1), record('b', null));
  expect(await here(viewer)).toEqual({ a: 'v1', b: 'vnull', c: 'v2' });
});

test('versions of moments are compared to the microsecond, whatever their form', () => {
  const moments = [
    '2024-01-01',
    '2024-01-01T00:00:00.000001Z',
    '2024-01-01T00:00:00.5Z',
    '2024-01-01 00:00:01',
    '2024-01-01T02:00:02+01:00',
  ];
  const versions = moments.map((moment) => BigInt(versionOf(moment) ?? -1));
  expect(versions.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(versions);
  expect([versionOf('soon'), versionOf(null), versionOf(7), versionOf('42')]).toEqual([null, null, '7', '42']);
});
