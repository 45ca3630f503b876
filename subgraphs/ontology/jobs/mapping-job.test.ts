import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { Mapping } from '../mapping/mapping.testkit.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';
import { FakeConnection, until } from '../ontology.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const accounts: TestTable = {
  name: 'accounts',
  columns: ['account_id', 'account_name', 'industry'],
  key: 'account_id',
  rows: [
    ['A1', 'Harbour Ltd', 'food'],
    ['A2', 'North Mill', 'trade'],
  ],
};
const JOB =
  'id status progress autoAcceptAbove finishedAt connections { state proposed accepted left landed unified quarantined reason connection { id } }';

interface Job {
  id: string;
  status: string;
  progress: number;
  connections: {
    state: string;
    proposed: number;
    accepted: number;
    left: number;
    landed: number | null;
    unified: number | null;
    reason: string | null;
    connection: { id: string };
  }[];
}
const start = (mapping: Mapping, connectionIds: string[], autoAcceptAbove: number) =>
  mapping.query<{ startMappingJob: { job?: Job; problems?: { code: string; field: string }[] } }>(
    `mutation ($ids: [ID!]!, $above: Float) { startMappingJob(connectionIds: $ids, autoAcceptAbove: $above) { ... on MappingJobStarted { job { ${JOB} } } ... on InputRefused { problems { code field } } } }`,
    { ids: connectionIds, above: autoAcceptAbove },
  );
const latest = async (mapping: Mapping): Promise<Job | undefined> =>
  (await mapping.query<{ mappingJobs: { nodes: Job[] } }>(`{ mappingJobs { nodes { ${JOB} } } }`)).mappingJobs.nodes[0];

test('a job accepts what is sure enough, waits until it is published, and says what became of columns and records', async () => {
  const mapping = await Mapping.of(t, [accounts]);
  const other = new FakeConnection(t, mapping.viewer, 'other');
  await other.sync([{ ...accounts, name: 'firms' }]);
  await start(mapping, [mapping.source.id, other.id], 0.5);
  const job = await until(
    () => latest(mapping),
    (found) => found?.status === 'SUCCEEDED' || found?.status === 'FAILED',
  );
  expect(job).toMatchObject({ status: 'SUCCEEDED', progress: 1 });
  expect(job?.connections).toEqual([
    expect.objectContaining({
      state: 'PUBLISHED',
      proposed: 3,
      accepted: 3,
      left: 0,
      landed: 2,
      unified: 2,
      connection: { id: mapping.source.id },
    }),
    expect.objectContaining({ state: 'PUBLISHED', landed: 2, unified: 2, connection: { id: other.id } }),
  ]);
  expect((await mapping.latest())?.status).toBe('PUBLISHED');
});

test('what is less sure than asked for is left to a person, with the reason', async () => {
  const mapping = await Mapping.of(t, [accounts]);
  await start(mapping, [mapping.source.id], 1);
  const job = await until(
    () => latest(mapping),
    (found) => found?.status !== 'RUNNING',
  );
  expect(job?.status).toBe('SUCCEEDED');
  expect(job?.connections[0]).toMatchObject({ state: 'LEFT', accepted: 0, left: 3, landed: null });
  expect(job?.connections[0]?.reason).toContain('a person has to look');
  expect((await mapping.latest())?.status).toBe('PROPOSED');
});

test('a job over connections that nobody knows, or at no level, is refused with its place', async () => {
  const mapping = await Mapping.of(t, [accounts]);
  expect((await start(mapping, [mapping.viewer.tenantId], 0.9)).startMappingJob.problems).toEqual([
    { code: 'JOB_CONNECTION_UNKNOWN', field: 'connectionIds' },
  ]);
  expect((await start(mapping, [mapping.source.id], 3)).startMappingJob.problems).toEqual([
    { code: 'JOB_UNFIT', field: 'autoAcceptAbove' },
  ]);
  expect((await start(mapping, [], 0.9)).startMappingJob.problems?.[0]?.code).toBe('JOB_UNFIT');
  const stranger = await Mapping.of(t, [accounts]);
  expect((await start(stranger, [mapping.source.id], 0.9)).startMappingJob.problems?.[0]?.code).toBe('JOB_CONNECTION_UNKNOWN');
});

test('a job that is cancelled stays so, can go on, and is told to nobody else', async () => {
  const mapping = await Mapping.of(t, [accounts]);
  const { startMappingJob } = await start(mapping, [mapping.source.id], 0.5);
  const id = startMappingJob.job?.id;
  await mapping.query('mutation ($id: ID!) { cancelMappingJob(id: $id) { status } }', { id });
  const ended = await until(
    () => latest(mapping),
    (found) => found?.status !== 'RUNNING',
  );
  if (ended?.status === 'CANCELLED') await mapping.query('mutation ($id: ID!) { resumeMappingJob(id: $id) { status } }', { id });
  const done = await until(
    () => latest(mapping),
    (found) => found?.status === 'SUCCEEDED',
  );
  expect(done?.connections[0]?.state).toBe('PUBLISHED');
  const stranger = await t.newTenant();
  const { data } = await t.graph('ontology', 'mutation ($id: ID!) { cancelMappingJob(id: $id) { id } }', { id }, stranger);
  expect(data).toEqual({ cancelMappingJob: null });
});
