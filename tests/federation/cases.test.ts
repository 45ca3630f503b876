import { describe, expect, test } from 'vitest';
import { CASES } from './cases/index.ts';
import { APOLLO_DEVIATIONS, OPEN_DEVIATIONS } from './deviations.ts';
import { runApollo } from './kit/apollo.ts';
import { check, requestOf } from './kit/check.ts';
import { runEngine } from './kit/engine.ts';
import { apiSchemaOf, composeFederation } from './kit/subgraphs.ts';
import { testSources, type FetchLog } from './kit/sources.ts';

describe.each(CASES.map((one) => [one.name, one] as const))('%s', (name, { subgraphs, operations, reset }) => {
  const { supergraphSdl, schemas } = composeFederation(subgraphs);
  const apiSchema = apiSchemaOf(supergraphSdl);
  const log: FetchLog = new Map();
  const engine = runEngine(supergraphSdl, testSources(schemas, log));
  const apollo = runApollo(supergraphSdl, testSources(schemas, new Map()));
  const cases = operations.map((one) => [one.name, one] as const);

  test.each(cases)('%s', async (_, operation) => {
    reset?.();
    log.clear();
    await expectRight(check(engine, operation, requestOf(operation, apiSchema)), `${name} › ${operation.name}` in OPEN_DEVIATIONS);
    const wasted = Object.entries(operation.fetches ?? {}).filter(([subgraph, most]) => (log.get(subgraph)?.length ?? 0) > most);
    expect(wasted, 'more requests than needed').toEqual([]);
  });

  test.each(cases)('%s (Apollo)', async (_, operation) => {
    reset?.();
    await expectRight(check(apollo, operation, requestOf(operation, apiSchema)), `${name} › ${operation.name}` in APOLLO_DEVIATIONS);
  });
});

/** A deviation that is not one any more is to be struck from its table. */
async function expectRight(checked: Promise<void>, deviates: boolean): Promise<void> {
  if (deviates) await expect(checked).rejects.toMatchObject({ name: 'AssertionError' });
  else await checked;
}

test('every deviation is of a case', () => {
  const all = new Set(CASES.flatMap(({ name, operations }) => operations.map((operation) => `${name} › ${operation.name}`)));
  expect(Object.keys({ ...APOLLO_DEVIATIONS, ...OPEN_DEVIATIONS }).filter((key) => !all.has(key))).toEqual([]);
});
