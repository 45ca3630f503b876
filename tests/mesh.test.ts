import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraphFactories } from '../embedded/subgraphs.ts';
import { signSession } from '../subgraphs/kernel/viewer/session-token.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { post } from './isolation/post.ts';
import { eventually } from './testkit/eventually.ts';
import { socketClient } from './testkit/socket-client.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

let t: TestSystem;
let gateway: TestGateway;
let folder: string;
beforeAll(async () => {
  t = await startTestSystem(subgraphFactories);
  gateway = await startTestGateway(t, 'in process');
  folder = await mkdtemp(join(tmpdir(), 'autonomos-mesh-'));
  const accounts = Array.from({ length: 30 }, (_, i) => `A${i},Company ${i},Retail,DE`);
  await writeFile(join(folder, 'accounts.csv'), ['account_id,name,industry,country', ...accounts].join('\n'));
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const tokenOf = async (viewer: UserViewer): Promise<string> => (await signSession(viewer, t.system.secrets.session, new Date())).token;

async function ask<Data>(viewer: UserViewer, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await post(`${gateway.url}/graphql`, query, variables, { authorization: `Bearer ${await tokenOf(viewer)}` });
  expect(errors).toBeUndefined();
  return data as Data;
}

/** A folder that is connected and, when its mapping is accepted, unified. */
async function connected(viewer: UserViewer): Promise<{ id: string; proposalId: string; objectId: string }> {
  const { connectFiles } = await ask<{ connectFiles: { connection: { id: string } } }>(
    viewer,
    'mutation ($input: ConnectFilesInput!) { connectFiles(input: $input) { ... on ConnectionStarted { connection { id } } } }',
    { input: { folder, name: `Companies ${randomUUID()}` } },
  );
  const { id } = connectFiles.connection;
  await t.settled();
  const { connection } = await ask<{ connection: { mappingProposal: { id: string }; objects: { nodes: { id: string }[] } } }>(
    viewer,
    'query ($id: ID!) { connection(id: $id) { mappingProposal { id } objects { nodes { id } } } }',
    { id },
  );
  return { id, proposalId: connection.mappingProposal.id, objectId: connection.objects.nodes[0]?.id ?? '' };
}

const accept = (viewer: UserViewer, proposalId: string): Promise<unknown> =>
  ask(viewer, 'mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }', { id: proposalId });

interface Flow {
  stages: { stage: string; records: number; inFlight: number; lagSeconds: number | null }[];
  slowest: { stage: string; why: string; connection: { id: string } | null } | null;
}
const FLOW = 'stages { stage records inFlight lagSeconds } slowest { stage why seconds connection { id } }';
const flowOf = async (viewer: UserViewer): Promise<Flow> => (await ask<{ flow: Flow }>(viewer, `{ flow(minutes: 5) { ${FLOW} } }`)).flow;
const inFlight = ({ stages }: Flow, stage: string): number => stages.find((each) => each.stage === stage)?.inFlight ?? -1;

test('records are seen waiting for a decision, and then at every stage up to the agent; those who follow are told', async () => {
  const viewer = await t.newTenant();
  await using client = socketClient(gateway.url, await tokenOf(viewer));
  const told = client.follow(`subscription { flowChanged { cursor at flow(minutes: 5) { ${FLOW} } } }`);
  const { id, proposalId } = await connected(viewer);
  await eventually('records wait', async () => inFlight(await flowOf(viewer), 'MAPPED') === 30);
  // The longer they wait, the more it stands out.
  await eventually('the wait is what takes longest', async () => (await flowOf(viewer)).slowest?.stage === 'MAPPED');
  expect((await flowOf(viewer)).slowest).toMatchObject({ stage: 'MAPPED', connection: { id }, why: expect.stringContaining('decision') });
  await accept(viewer, proposalId);
  await eventually('they have arrived', async () => (await flowOf(viewer)).stages.find(({ stage }) => stage === 'AGENT')?.records === 30);
  const arrived = await flowOf(viewer);
  expect(arrived.stages.map(({ stage, records }) => [stage, records])).toEqual(
    ['SOURCE', 'LANDED', 'MAPPED', 'RESOLVED', 'METRIC', 'AGENT'].map((stage) => [stage, 30]),
  );
  expect(arrived.stages.every((stage) => stage.inFlight === 0 && stage.lagSeconds !== null)).toBe(true);
  interface Told {
    flowChanged: { flow: Flow };
  }
  const flows = (): Flow[] => told.results.map(({ data }) => (data as never as Told).flowChanged.flow);
  await eventually('the follower sees them arrive', () =>
    flows().some(({ stages }) => stages.find(({ stage }) => stage === 'METRIC')?.records === 30),
  );
  // Two seconds apart at most, however many events there were.
  expect(told.results.length).toBeLessThan(12);
});

const TRACE = `query ($objectId: ID!, $key: String!) { recordTrace(objectId: $objectId, key: $key) {
  version removed object { name } steps { kind at done title sync { status } run { status } } runs { id status agent { pilot } }
  record { id title entityType { name } trace { key } } mapping { id status } modelVersion } }`;
interface Trace {
  removed: boolean;
  steps: { kind: string; done: boolean }[];
  runs: { status: string }[];
  record: { id: string; title: string } | null;
  mapping: { id: string } | null;
}

test('one record is followed from the sync that read it to the record it became and the runs about it', async () => {
  const viewer = await t.newTenant();
  const { proposalId, objectId } = await connected(viewer);
  const trace = async (who: UserViewer, key = 'A7', object = objectId): Promise<Trace | null> =>
    (await ask<{ recordTrace: Trace | null }>(who, TRACE, { objectId: object, key })).recordTrace;
  const before = await trace(viewer);
  expect(before?.steps.map(({ kind, done }) => [kind, done])).toEqual([
    ['READ', true],
    ['LANDED', true],
    ['MAPPED', false],
    ['RESOLVED', false],
    ['MEASURED', false],
    ['FOLLOWED', false],
  ]);
  expect(before?.record).toBeNull();
  await accept(viewer, proposalId);
  await eventually('it has arrived', async () => (await trace(viewer))?.steps.every(({ done }) => done) === true);
  expect(await trace(viewer)).toMatchObject({
    removed: false,
    object: { name: 'accounts' },
    record: { title: 'Company 7', trace: { key: 'A7' } },
    mapping: { id: proposalId },
    runs: [{ status: 'SUCCEEDED', agent: { pilot: 'DATAOPS' } }],
  });
  expect(await trace(viewer, 'A99')).toBeNull();
  expect(await trace(viewer, 'A7', randomUUID())).toBeNull();
  expect(await trace(viewer, 'A7', 'nonsense')).toBeNull();
  expect(await trace(await t.newTenant())).toBeNull();
});

test('whoever rules about data restrict is told of no record’s way', async () => {
  const viewer = await t.newTenant();
  const { objectId } = await connected(viewer);
  await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    sql`insert into data_column_mask (id, tenant_id, name, sensitive, mode, audience, changed_by, created_at, changed_at)
      values (${randomUUID()}, ${viewer.tenantId}, 'Pay', 'SALARY', 'HIDE', '{"roles": ["VIEWER"], "groups": [], "everybodyBut": false}', ${viewer.userId}, now(), now())`.execute(
      unit.sql,
    ),
  );
  t.system.dataAccess.forget(viewer.tenantId);
  const restricted: UserViewer = { ...viewer, userId: randomUUID(), role: 'VIEWER' };
  expect(await ask(restricted, TRACE, { objectId, key: 'A7' })).toEqual({ recordTrace: null });
});

test('a reconciliation says where records are missing, from the source to the record of the business', async () => {
  const viewer = await t.newTenant();
  const { id, proposalId, objectId } = await connected(viewer);
  await accept(viewer, proposalId);
  await t.settled();
  const query = `query ($id: ID!) { sourceObject(id: $id) {
    reconciliation { method sourceRecords landedRecords quarantinedRecords missing surplus complete finding }
    unified { entityType { name } records missing surplus } } }`;
  interface Compared {
    sourceObject: { reconciliation: { missing: number; surplus: number; complete: boolean; finding: string } | null; unified: object };
  }
  const compared = async (): Promise<Compared['sourceObject']> => (await ask<Compared>(viewer, query, { id: objectId })).sourceObject;
  const reconcile = async (): Promise<string> =>
    (
      await ask<{ reconcileConnection: { run: { id: string } } }>(
        viewer,
        'mutation ($id: ID!) { reconcileConnection(id: $id) { run { id } } }',
        { id },
      )
    ).reconcileConnection.run.id;
  expect((await compared()).reconciliation).toBeNull();
  const [one, two] = await Promise.all([reconcile(), reconcile()]);
  expect(one).toBe(two);
  await t.settled();
  expect(await compared()).toMatchObject({
    reconciliation: { sourceRecords: 30, landedRecords: 30, missing: 0, surplus: 0, complete: true },
    unified: { records: 30, missing: 0, surplus: 0 },
  });
  // Records get lost on the way: two that landed, one that was unified.
  await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) => {
      await sql`delete from raw_record where object_id = ${objectId}::uuid and record_key in ('A3', 'A4')`.execute(db);
      await sql`insert into raw_record (object_id, record_key, ordinal, data, content_hash, sync_id, changed_sync_id)
        values (${objectId}::uuid, 'X', 99, '{}', 'x', ${randomUUID()}, ${randomUUID()})`.execute(db);
    }),
  );
  await reconcile();
  await t.settled();
  expect(await compared()).toMatchObject({
    reconciliation: {
      sourceRecords: 30,
      landedRecords: 29,
      missing: 2,
      surplus: 1,
      complete: false,
      finding: expect.stringContaining('Sync'),
    },
    unified: { records: 30, missing: 1, surplus: 2 },
  });
});
