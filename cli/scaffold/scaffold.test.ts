import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCanonicalOntology } from '../../subgraphs/ontology/canonical/load.ts';
import { loadVendorMappings } from '../../subgraphs/ontology/vendors/load.ts';
import { ROOT } from '../launcher/paths.mjs';
import { connectorFiles } from './files.ts';
import { type ConnectorNames, connectorNames } from './names.ts';
import { registerKind, registerVendor } from './register.ts';

const run = promisify(execFile);
const names = connectorNames('acme-crm') as ConnectorNames;
let folder = '';

/** Written beside the repository's own folders, where its packages and its code are found. */
beforeAll(async () => {
  await mkdir(join(ROOT, '.data'), { recursive: true });
  folder = await mkdtemp(join(ROOT, '.data', 'scaffold-'));
  for (const [file, text] of connectorFiles(names, '../../')) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.base.json', compilerOptions: { noEmit: true }, include: ['subgraphs', 'sandbox'] }),
  );
  await writeFile(
    join(folder, 'vitest.config.mjs'),
    "export default { resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }, test: { setupFiles: ['reflect-metadata'], testTimeout: 60000 } };\n",
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const program = (name: string, args: readonly string[]): Promise<{ stdout: string }> =>
  run(process.execPath, [join(ROOT, 'node_modules', ...name.split('/')), ...args], {
    cwd: folder,
    maxBuffer: 10_000_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
const told = (error: { stdout?: string; message: string }): never => {
  throw new Error(`${error.stdout ?? ''}\n${error.message}`);
};

test('what is written compiles', async () => {
  const { stdout } = await program('typescript/bin/tsc', ['--project', 'tsconfig.json']).catch(told);
  expect(stdout).toBe('');
});

test('what is written passes the conformance suite as it is', async () => {
  const { stdout } = await program('vitest/vitest.mjs', ['run', '--root', folder]).catch(told);
  expect(stdout).toMatch(/8 passed/u);
});

test('its mapping is one that the ontology takes', () => {
  const [mapping] = loadVendorMappings(loadCanonicalOntology(), join(folder, 'schema', 'vendors'));
  expect(mapping).toMatchObject({
    vendor: 'acme-crm',
    entity: 'Product',
    mappings: [{ field: 'id', to: 'externalId', confidence: 0.98 }, { field: 'name' }],
  });
});

test('it is registered once, in the files as they are', async () => {
  const vendors = await readFile(join(ROOT, 'subgraphs', 'connectors', 'vendors', 'vendors.ts'), 'utf8');
  const kinds = await readFile(join(ROOT, 'subgraphs', 'connectors', 'kit', 'kinds.ts'), 'utf8');
  const registered = registerVendor(vendors, names);
  expect(registered).toContain('  ACME_CRM: { vendor: acmeCrm, descriptor: ACME_CRM },\n} as const satisfies');
  expect(registerVendor(registered, names)).toBe(registered);
  expect(registerKind(registerKind(kinds, names), names)).toContain("  ACME_CRM: 'Acme Crm, through its API.',\n} as const satisfies");
});

test('a name is lower-case words with hyphens', () => {
  for (const name of ['Acme', 'acme_crm', '-acme', 'acme-', '1acme', 'a'.repeat(31), '../x']) expect(connectorNames(name)).toBeNull();
  expect(connectorNames('acme')).toEqual({ folder: 'acme', camel: 'acme', kind: 'ACME', label: 'Acme' });
});
