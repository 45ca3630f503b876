import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { EXIT } from '../cli/exit-codes.mjs';
import { commandLine } from './support/command-line.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { startTestGateway } from './testkit/test-gateway.ts';
import { registerOwner } from './testkit/registered-owner.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

const EXAMPLE = fileURLToPath(new URL('../examples/partner-subgraph', import.meta.url));

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

/** The example's server, on a port of its own. @returns its address */
async function serveExample(): Promise<string> {
  const child = spawn(process.execPath, [join(EXAMPLE, 'server.mjs'), '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return line.toString('utf8').trim();
}

describe('a partner’s subgraph, as the guide has it', () => {
  test('adds to types of the product and is told who asks', async () => {
    const partner = { name: 'billing', sdl: readFileSync(join(EXAMPLE, 'billing.graphql'), 'utf8'), url: await serveExample() };
    await using gateway = await startTestGateway(t, 'in process', {}, { partners: [partner] });
    const ask = async (query: string, headers: Record<string, string> = {}): Promise<unknown> => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
      return response.json();
    };
    const { headers } = await registerOwner(gateway.url);
    const query = '{ viewer { tenant { name invoices { number amount } } } plans { name } }';
    expect(await ask(query, headers)).toEqual({
      data: {
        viewer: {
          tenant: {
            name: 'Acme',
            invoices: [
              { number: '2026-002', amount: 49 },
              { number: '2026-001', amount: 49 },
            ],
          },
        },
        plans: [{ name: 'Small' }, { name: 'Large' }],
      },
    });
    expect(await ask('{ plans { name price } }')).toMatchObject({ data: { plans: [{ name: 'Small', price: 49 }, {}] } });
    expect(await ask(query)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test('is composed with the product’s own into one supergraph', async () => {
    const output = join(temporaryFolder(), 'supergraph.graphql');
    const { code, stderr } = await commandLine(['supergraph', 'compose', join(EXAMPLE, 'supergraph.yaml'), '--output', output]);
    expect({ code, stderr }).toEqual({ code: EXIT.OK, stderr: expect.stringContaining('7 subgraphs') });
    expect(readFileSync(output, 'utf8')).toContain('BILLING @join__graph(name: "billing", url: "http://127.0.0.1:4100/graphql")');
  });

  test('tells its contract itself when no file is named', async () => {
    const url = await serveExample();
    const file = join(temporaryFolder(), 'supergraph.yaml');
    writeFileSync(file, `subgraphs: { billing: { url: "${url}" } }`);
    const { code, stdout } = await commandLine(['supergraph', 'compose', file]);
    expect({ code, stdout }).toEqual({ code: EXIT.OK, stdout: expect.stringContaining('invoices: [Invoice!]!') });
  });
});

describe('composition says what is wrong', () => {
  const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

  test.each([
    [
      'contracts that do not fit',
      { 'a.graphql': `${LINK} type Query { x: Int }`, 'b.graphql': `${LINK} type Query { x: String }` },
      EXIT.FAILED,
      /FIELD_TYPE_MISMATCH/,
    ],
    ['a contract that is no GraphQL', { 'a.graphql': 'type {' }, EXIT.FAILED, /INVALID_GRAPHQL: \[a\] Syntax Error/],
    ['a folder without contracts', { 'a.txt': '' }, EXIT.USAGE, /no \.graphql files/],
    ['a key that is not known', { 'supergraph.yaml': 'subgraphs: {}\nfoo: 1' }, EXIT.USAGE, /foo/],
    [
      'a file that is not there',
      { 'supergraph.yaml': 'subgraphs: { a: { url: "http://x", schema: no.graphql } }' },
      EXIT.USAGE,
      /no\.graphql cannot be read/,
    ],
    [
      'a subgraph that does not answer',
      { 'supergraph.yaml': 'subgraphs: { a: { url: "http://127.0.0.1:1/" } }' },
      EXIT.UNREACHABLE,
      /does not tell its contract/,
    ],
  ])('%s', async (_name, files, exit, message) => {
    const folder = temporaryFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const path = 'supergraph.yaml' in files ? join(folder, 'supergraph.yaml') : folder;
    const { code, stderr } = await commandLine(['supergraph', 'compose', path]);
    expect({ code, stderr }).toEqual({ code: exit, stderr: expect.stringMatching(message) });
  });
});

test.each([
  ['no supergraph', ['--supergraph', 'nowhere.graphql'], /nowhere\.graphql cannot be read/],
  ['settings without a supergraph', ['--config', 'x.yaml'], /--supergraph <file>/],
  ['no settings', ['--supergraph', 'schema/supergraph.graphql', '--config', 'nowhere.yaml'], /nowhere\.yaml cannot be read/],
  ['something else than a supergraph', ['--supergraph', 'schema/api.graphql', '--port', '0'], /not a supergraph/],
])('a gateway with %s does not start, and says why', async (_name, args, message) => {
  const { code, stderr } = await commandLine(['gateway', ...args]);
  expect({ code, stderr }).toEqual({ code: EXIT.USAGE, stderr: expect.stringMatching(message) });
});
