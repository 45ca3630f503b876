import { describe, expect, test } from 'vitest';
import { entityCalls } from './cases/entity-calls.ts';
import { scalars } from './cases/marked.ts';
import { mutations } from './cases/mutations.ts';
import { nullability } from './cases/nullability.ts';
import { requiresArguments } from './cases/requires-deep.ts';
import { outcome, requestOf } from './kit/check.ts';
import { runEngine } from './kit/engine.ts';
import { serveSubgraphs } from './kit/http-subgraphs.ts';
import { apiSchemaOf, composeFederation } from './kit/subgraphs.ts';

describe.each([entityCalls, scalars, mutations, nullability, requiresArguments].map((one) => [one.name, one] as const))(
  '%s, with the subgraphs behind HTTP',
  (_, { subgraphs, operations, reset }) => {
    test('are answered the same', async () => {
      const { supergraphSdl, schemas } = composeFederation(subgraphs);
      await using served = await serveSubgraphs(schemas);
      const run = runEngine(supergraphSdl, served.sources);
      const apiSchema = apiSchemaOf(supergraphSdl);
      for (const operation of operations) {
        reset?.();
        const { wanted, got } = await outcome(run, operation, requestOf(operation, apiSchema));
        expect({ name: operation.name, got }).toEqual({ name: operation.name, got: wanted });
      }
    });
  },
);
