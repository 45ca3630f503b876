import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const NOTHING = { connections: { totalCount: 0, nodes: [] }, entityTypes: { totalCount: 0 }, dashboards: { totalCount: 0 } };
const CONNECTED = {
  ...NOTHING,
  connections: {
    totalCount: 1,
    nodes: [
      {
        id: 'c1',
        name: 'Files',
        mappingProposal: { id: 'm', status: 'PROPOSED' as const },
        latestSync: { id: 's', status: 'SUCCEEDED' as const },
      },
    ],
  },
};
const done = (data: Parameters<typeof stepsOf>[0], asked = false) =>
  stepsOf(data, asked, 'revenue')
    .filter((step) => step.done)
    .map(({ name }) => name);

test('a step is ticked by what the workspace holds, never by a click', () => {
  expect(done(NOTHING)).toEqual([]);
  expect(done(CONNECTED)).toEqual(['connect', 'land']);
  expect(done({ ...CONNECTED, entityTypes: { totalCount: 3 }, dashboards: { totalCount: 1 } }, true)).toEqual([
    'connect',
    'land',
    'review',
    'ask',
    'keep',
  ]);
});

test('a step leads to the very thing that waits, and asks a question that has an answer', () => {
  const steps = stepsOf(CONNECTED, false, 'revenue by month');
  expect(steps.find(({ name }) => name === 'review')?.path).toBe('/connections/c1/mapping');
  expect(steps.find(({ name }) => name === 'ask')?.path).toBe('/ask?q=revenue+by+month');
});
