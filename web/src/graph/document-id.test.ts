import { afterEach, expect, test, vi } from 'vitest';
import { documentIdOf, fetchById } from './document-id.ts';

afterEach(() => vi.unstubAllGlobals());

test('an operation goes along under its id; one that was not generated goes as it is', async () => {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', (_input: unknown, init: RequestInit) => {
    bodies.push(JSON.parse(init.body as string));
    return Promise.resolve(new Response('{}'));
  });
  await fetchById('/graphql', { method: 'POST', body: JSON.stringify({ query: 'query Runs { a }', operationName: 'Runs' }) });
  await fetchById('/graphql', { method: 'POST', body: JSON.stringify({ query: '{ a }', operationName: 'constructor' }) });
  expect(documentIdOf('Runs')).toMatch(/^sha256:/);
  expect(bodies).toEqual([
    { query: 'query Runs { a }', operationName: 'Runs', documentId: documentIdOf('Runs') },
    { query: '{ a }', operationName: 'constructor' },
  ]);
});
