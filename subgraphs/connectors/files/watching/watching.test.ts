import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectorsTest } from '../../connectors.testkit.ts';
import { startConnectorsTest } from '../../connectors.testkit.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';

const SET = `mutation ($id: ID!, $watching: Boolean!) { setWatching(connectionId: $id, watching: $watching) {
  ... on WatchingSet { connection { id watching } } ... on InputRefused { problems { code field } } } }`;

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

async function setWatching(viewer: UserViewer, id: string, watching: boolean): Promise<unknown> {
  const { data } = await c.t.graph('connectors', SET, { id, watching }, viewer);
  return (data as { setWatching: unknown }).setWatching;
}

describe('a watched folder', () => {
  test('is synced when files come, change and go', async () => {
    const viewer = await c.t.newTenant();
    const folder = await c.folderWith({ 'people.csv': 'id,name\n1,Ada\n2,Bob\n' });
    const { connection, sync } = await c.connect(viewer, { folder });
    await c.finished(viewer, sync.id);
    expect(await setWatching(viewer, connection.id, true)).toEqual({ connection: { id: connection.id, watching: true } });
    const rows = async (): Promise<Record<string, number>> =>
      Object.fromEntries(Object.entries(await c.objectsOf(viewer, connection.id)).map(([name, { rowCount }]) => [name, rowCount]));
    await writeFile(join(folder, 'towns.csv'), 'id,town\n1,Oslo\n');
    await expect.poll(rows, { timeout: 40_000, interval: 200 }).toEqual({ people: 2, towns: 1 });
    await writeFile(join(folder, 'people.csv'), 'id,name\n1,Ada\n2,Bob\n3,Cid\n');
    await expect.poll(rows, { timeout: 40_000, interval: 200 }).toEqual({ people: 3, towns: 1 });
    await rm(join(folder, 'towns.csv'));
    await expect.poll(rows, { timeout: 40_000, interval: 200 }).toEqual({ people: 3, towns: 0 });
    expect(await setWatching(viewer, connection.id, false)).toMatchObject({ connection: { watching: false } });
  });

  test('is one that is there', async () => {
    const viewer = await c.t.newTenant();
    const { errors } = await c.t.graph('connectors', SET, { id: '00000000-0000-4000-8000-000000000000', watching: true }, viewer);
    expect(errors?.[0]?.extensions?.['code']).toBe('CONNECTION_NOT_FOUND');
  });
});
