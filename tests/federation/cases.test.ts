import { describe, expect, test } from 'vitest';
import { CASES } from './cases/index.ts';
import { APOLLO_DEVIATIONS } from './deviations.ts';
import { runApollo } from './kit/apollo.ts';
import { outcome, requestOf } from './kit/check.ts';
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
    const { wanted, got } = await outcome(engine, operation, requestOf(operation, apiSchema));
    const wasted = Object.entries(operation.fetches ?? {}).filter(([subgraph, most]) => (log.get(subgraph)?.length ?? 0) > most);
    expect({ got, wasted }).toEqual({ got: wanted, wasted: [] });
  });

  test.each(cases)('%s (Apollo)', async (_, operation) => {
    reset?.();
    const { wanted, got } = await outcome(apollo, operation, requestOf(operation, apiSchema));
    // A deviation that is not one any more is to be struck from the table.
    if (`${name} › ${operation.name}` in APOLLO_DEVIATIONS) expect(got).not.toEqual(wanted);
    else expect(got).toEqual(wanted);
  });
});

test('every deviation is of a case', () => {
  const all = new Set(CASES.flatMap(({ name, operations }) => operations.map((operation) => `${name} › ${operation.name}`)));
  expect(Object.keys(APOLLO_DEVIATIONS).filter((key) => !all.has(key))).toEqual([]);
});
