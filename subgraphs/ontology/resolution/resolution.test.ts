import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { ask, connected, goldenNames } from './resolution.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

interface Resolution {
  enabled: boolean;
  clusters: number;
  merged: number;
  possible: number;
  model: { fields: { name: string; kind: string }[] } | null;
  histogram: { pairs: number }[];
}

const resolutionOf = async (viewer: UserViewer): Promise<Resolution> => {
  const { entityType } = await ask<{ entityType: { resolution: Resolution } }>(
    t,
    viewer,
    '{ entityType(name: "Account") { resolution { enabled clusters merged possible model { learnedAt fields { name kind } } histogram { from to pairs } } } }',
  );
  return entityType.resolution;
};

test('records of two sources that are written a little differently become one golden record each', async () => {
  const viewer = await t.newTenant();
  await connected(t, viewer);
  const resolution = await resolutionOf(viewer);
  expect(resolution).toMatchObject({ enabled: true });
  expect(resolution.merged).toBeGreaterThanOrEqual(25);
  expect(resolution.histogram.length).toBeGreaterThan(0);
  expect((await goldenNames(t, viewer)).length).toBeLessThan(60);
});
