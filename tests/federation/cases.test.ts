import { describe, expect, test } from 'vitest';
import { CASES } from './cases/index.ts';
import { APOLLO_DEVIATIONS } from './deviations.ts';
import { runApollo } from './kit/apollo.ts';
import { check, requestOf } from './kit/check.ts';
import { apiSchemaOf, composeFederation } from './kit/subgraphs.ts';
import { testSources, type FetchLog } from './kit/sources.ts';

describe.each(CASES.map((one) => [one.name, one] as const))('%s', (name, { subgraphs, operations, reset }) => {
  const { supergraphSdl, schemas } = composeFederation(subgraphs);
  const apiSchema = apiSchemaOf(supergraphSdl);
  const log: FetchLog = new Map();
  const apollo = runApollo(supergraphSdl, testSources(schemas, log));

  test.each(operations.map((one) => [one.name, one] as const))('%s (Apollo)', async (_, operation) => {
    reset?.();
    log.clear();
    const checked = check(apollo, operation, requestOf(operation, apiSchema));
    if (`${name} › ${operation.name}` in APOLLO_DEVIATIONS) await expect(checked).rejects.toThrow();
    else await checked;
    for (const [subgraph, most] of Object.entries(operation.fetches ?? {}))
      expect(log.get(subgraph)?.length ?? 0, subgraph).toBeLessThanOrEqual(most);
  });
});

test('every deviation of the oracle is of a case', () => {
  const all = new Set(CASES.flatMap(({ name, operations }) => operations.map((operation) => `${name} › ${operation.name}`)));
  expect(Object.keys(APOLLO_DEVIATIONS).filter((key) => !all.has(key))).toEqual([]);
});
