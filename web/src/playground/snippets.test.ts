import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as urqlCore from '@urql/core';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { NoSnippet, snippetOf, SNIPPET_TARGETS } from './snippets.ts';

const ENDPOINT = 'http://127.0.0.1:4000/graphql';
const KEY = 'ak_test';
const QUERY = `# It's \`quoted\`, and \${not} a placeholder \\ here.
query Ask($question: String!) {
  ask(question: $question) { __typename }
}`;
const hostile = fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '`', '{', '}', '!', '\n', 'a', 'é', '😀', ' ', '%') });

const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// What a shell hands to curl, one argument after the other.
writeFileSync(join(folder, 'curl'), '#!/bin/sh\nfor each in "$@"; do printf "%s\\0" "$each"; done\n');
chmodSync(join(folder, 'curl'), 0o755);

const runShell = (code: string): string[] =>
  execFileSync('sh', ['-c', code], { encoding: 'utf8', env: { PATH: `${folder}:/usr/bin:/bin`, AUTONOMOS_API_KEY: KEY } }).split('\0');

/** Runs a snippet with what it imports handed in. */
async function runModule(code: string, modules: Record<string, unknown>): Promise<void> {
  const body = code.replaceAll(
    /^import (\{.*\}) from '(.*)';$/gm,
    (_, names: string, from: string) => `const ${names} = modules['${from}'];`,
  );
  // oxlint-disable-next-line typescript/no-implied-eval -- running what people would copy is the point
  const run = new Function('modules', 'process', 'console', `return (async () => {\n${body}\n})();`) as (
    ...given: unknown[]
  ) => Promise<void>;
  await run(modules, { env: { AUTONOMOS_API_KEY: KEY } }, { log: () => undefined });
}

test('curl gets the operation, its variables and the key to the letter', () => {
  fc.assert(
    fc.property(hostile, (question) => {
      const args = runShell(snippetOf('curl', { query: QUERY, variables: JSON.stringify({ question }) }, ENDPOINT));
      expect(args[0]).toBe(ENDPOINT);
      expect(args).toContain(`authorization: Bearer ${KEY}`);
      expect(JSON.parse(args[args.indexOf('--data-raw') + 1] ?? '')).toEqual({ query: QUERY, variables: { question } });
    }),
    { numRuns: 25 },
  );
});

test('urql sends the operation with its variables and the key', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (question) => {
      const send = vi.fn<typeof fetch>(async () => Response.json({ data: { ask: { __typename: 'Answer' } } }));
      vi.stubGlobal('fetch', send);
      await runModule(snippetOf('urql', { query: QUERY, variables: JSON.stringify({ question }) }, ENDPOINT), { '@urql/core': urqlCore });
      vi.unstubAllGlobals();
      const [url, init] = send.mock.calls[0] ?? [];
      expect(url).toBe(ENDPOINT);
      expect(new Headers(init?.headers).get('authorization')).toBe(`Bearer ${KEY}`);
      const body = JSON.parse(init?.body as string) as { query: string; variables: unknown };
      expect(body.variables).toEqual({ question });
      expect(body.query).toContain('ask(question: $question)');
    }),
    { numRuns: 25 },
  );
});

test('graphql-request is called with the operation, its variables and the key', async () => {
  const called: unknown[] = [];
  const gql = (parts: TemplateStringsArray) => parts.join('');
  class GraphQLClient {
    constructor(...given: unknown[]) {
      called.push(...given);
    }
    request(...given: unknown[]): void {
      called.push(...given);
    }
  }
  await runModule(snippetOf('graphql-request', { query: QUERY, variables: '{"question":"rev"}' }, ENDPOINT), {
    'graphql-request': { gql, GraphQLClient },
  });
  expect(called).toEqual([ENDPOINT, { headers: { authorization: `Bearer ${KEY}` } }, `\n${QUERY}\n`, { question: 'rev' }]);
});

test('a subscription of urql goes over the socket with the key', async () => {
  const asked: unknown[] = [];
  const createClient = (options: unknown) => {
    asked.push(options);
    return { subscribe: (request: { variables: unknown }) => asked.push(request.variables) };
  };
  const code = snippetOf(
    'urql',
    { query: 'subscription Feed($after: String) { feed(after: $after) { at } }', variables: '{"after":"x"}' },
    ENDPOINT,
  );
  await runModule(code, { '@urql/core': urqlCore, 'graphql-ws': { createClient } });
  expect(asked).toEqual([{ url: 'ws://127.0.0.1:4000/graphql', connectionParams: { authorization: `Bearer ${KEY}` } }, { after: 'x' }]);
});

test.for(SNIPPET_TARGETS)('$label says why where there is no code yet', ({ value }) => {
  for (const operation of [
    { query: '{ a ', variables: null },
    { query: '', variables: null },
    { query: '{ a }', variables: '{"x":' },
    { query: '{ a }', variables: '[1]' },
  ])
    expect(() => snippetOf(value, operation, ENDPOINT)).toThrow(NoSnippet);
});
