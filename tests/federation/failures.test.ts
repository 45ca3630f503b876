import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { entityCalls } from './cases/entity-calls.ts';
import { mutations } from './cases/mutations.ts';
import { runEngine } from './kit/engine.ts';
import type { FederationCase } from './kit/federation.ts';
import type { TestReply } from './kit/runner.ts';
import { DOWN, testSources } from './kit/sources.ts';
import { composeFederation } from './kit/subgraphs.ts';

/** Asks a federation of which one subgraph is away. */
async function askWithout(away: string, { subgraphs }: FederationCase, query: string): Promise<TestReply> {
  const { supergraphSdl, schemas } = composeFederation(subgraphs);
  const sources = testSources(new Map([...schemas].map(([name, schema]) => [name, name === away ? DOWN : schema])), new Map());
  return runEngine(supergraphSdl, sources)({ document: parse(query), variables: {}, operationName: null });
}

const paths = ({ errors }: TestReply): string[] => errors.map(({ path }) => (path ?? []).join('.')).toSorted();

test('without the subgraph of the entities’ other fields, those are null and everything else is there', async () => {
  const reply = await askWithout('desks', entityCalls, '{ people { n: name d: desk boss { name } } person(id: "p1") { id } }');
  expect(reply.data).toEqual({
    people: [
      { n: 'Ada', d: null, boss: null },
      { n: 'Ben', d: null, boss: { name: 'Ada' } },
      { n: 'Cas', d: null, boss: { name: 'Ada' } },
    ],
    person: { id: 'p1' },
  });
  expect(paths(reply).every((path) => path.startsWith('people'))).toBe(true);
  expect(reply.errors.length).toBeGreaterThan(0);
});

test('without the subgraph of a root that may not be null there is nothing, with the reason', async () => {
  const reply = await askWithout('people', entityCalls, '{ people { name } }');
  expect(reply).toMatchObject({ data: null, errors: [{ path: ['people'] }] });
});

test('without the subgraph of one root the other roots are there', async () => {
  const reply = await askWithout('people', entityCalls, '{ person(id: "p1") { desk } __typename __schema { queryType { name } } }');
  expect(reply.data).toEqual({ person: null, __typename: 'Query', __schema: { queryType: { name: 'Query' } } });
  expect(paths(reply)).toEqual(['person']);
});

test('a mutation that cannot be done does not keep those after it from being done', async () => {
  mutations.reset?.();
  const reply = await askWithout('bills', mutations, 'mutation { bill { number } addToCart(sku: "x") { position total } }');
  expect(reply.data).toEqual({ bill: null, addToCart: { position: 1, total: null } });
  expect(paths(reply)).toEqual(['addToCart.total', 'bill']);
});
