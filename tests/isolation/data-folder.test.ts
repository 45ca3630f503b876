import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectorsEntities } from '../../subgraphs/connectors/entities.ts';
import { createConnectors } from '../../subgraphs/connectors/index.ts';
import { createGraphContext } from '../../subgraphs/kernel/federation/context.ts';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';

/** The product's own folder lies below one that people may connect, as it does when a personal server is started at home. */
let t: TestSystem;
let viewer: UserViewer;
let dataFolder: string;
let links: string;
let ways: Record<string, string>;
beforeAll(async () => {
  t = await startTestSystem([{ create: createConnectors, entities: connectorsEntities }]);
  viewer = await t.newTenant();
  dataFolder = t.system.config.dataFolder;
  const upload = join(dataFolder, 'uploads', 'a-neighbour', 'an-upload');
  await mkdir(upload, { recursive: true });
  await writeFile(join(upload, 'secret.csv'), 'name,amount\ncanary,1\n');
  links = await mkdtemp(join(tmpdir(), 'autonomos-links-'));
  const link = join(links, 'to-a-neighbour');
  await symlink(upload, link);
  ways = {
    'by its name': upload,
    'through a link': link,
    'from the top of the data folder': dataFolder,
    'with dots': join(upload, '..', 'an-upload'),
  };
});
afterAll(async () => {
  await t[Symbol.asyncDispose]();
  await rm(links, { recursive: true, force: true });
});

const codesOf = (value: unknown): string[] => [...JSON.stringify(value).matchAll(/"code":"([A-Z_]+)"/g)].map(([, code = '']) => code);

describe.each([false, true])('with the machine’s owner: %s', (localOwner) => {
  const run = async (query: string, variables: Record<string, unknown>) =>
    t.subgraphs.byName.get('connectors')?.execute({ query, variables }, createGraphContext({ viewer, localOwner }));

  test('nobody connects what the product keeps, however it is named', async () => {
    for (const folder of Object.values(ways)) {
      const reply = await run(
        'mutation ($folder: String!) { connectFiles(input: { folder: $folder }) { __typename ... on InputRefused { problems { code } } } }',
        { folder },
      );
      expect([folder, codesOf(reply)]).toEqual([folder, ['FOLDER_NOT_ALLOWED']]);
    }
  });

  test('nobody lists it', async () => {
    for (const path of Object.values(ways)) {
      const reply = await run('query ($path: String!) { serverFolder(path: $path) { files { name } } }', { path });
      expect([path, codesOf(reply)]).toEqual([path, ['FOLDER_NOT_ALLOWED']]);
    }
    const above = await run('query ($path: String!) { serverFolder(path: $path) { folders { path } } }', { path: dirname(dataFolder) });
    expect(JSON.stringify(above)).toContain(links);
    expect(JSON.stringify(above)).not.toContain(dataFolder);
  });

  test('a folder that would take it in with it is not connected', async () => {
    const reply = await run(
      'mutation ($folder: String!) { connectFiles(input: { folder: $folder }) { __typename ... on InputRefused { problems { code } } } }',
      { folder: dirname(dataFolder) },
    );
    expect(codesOf(reply)).toEqual(['FOLDER_NOT_ALLOWED']);
  });
});
