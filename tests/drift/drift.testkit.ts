import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { subgraphFactories } from '../../embedded/subgraphs.ts';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from '../testkit/eventually.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';

/** What a test of drift does: a folder of orders whose columns change while they flow. */
export interface DriftTest extends AsyncDisposable {
  t: TestSystem;
  /** Asks one subgraph; errors fail the test. */
  ask<Data>(viewer: UserViewer, subgraph: string, query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** A connected folder whose mapping is accepted and whose records are unified. */
  published(viewer: UserViewer, file: string): Promise<Published>;
  /** The same of a source that something else connects. */
  publish(viewer: UserViewer, connectionId: string): Promise<void>;
  sync(viewer: UserViewer, connectionId: string): Promise<void>;
  drifts(viewer: UserViewer, connectionId: string): Promise<DriftView[]>;
  repairs(viewer: UserViewer, connectionId: string): Promise<RepairView[]>;
  /** Records that landed, by their key. */
  landed(
    viewer: UserViewer,
    connectionId: string,
  ): Promise<{ id: string; rowCount: number; quarantinedCount: number; sample: Record<string, unknown>[] }>;
  proposals(viewer: UserViewer, connectionId: string): Promise<number>;
  runEnds(viewer: UserViewer, repairId: string): Promise<void>;
}

export interface Published {
  connectionId: string;
  rewrite: (file: string) => Promise<void>;
}
export interface DriftView {
  id: string;
  kind: string;
  severity: string;
  status: string;
  field: string | null;
  holds: boolean;
  summary: string;
  evidence: string[];
  before: { path: string }[];
  after: { path: string }[];
  dependents: { kind: string; name: string }[];
}
export interface RepairView {
  id: string;
  status: string;
  automatic: boolean;
  confidence: number;
  reason: string | null;
  changes: { column: string; from: string[]; candidates: string[] }[];
  preview: { before: Record<string, unknown>; after: Record<string, unknown> }[];
  approval: { id: string } | null;
}

const DRIFTS = `query ($id: ID!) { drifts(filter: { connectionId: $id }) { nodes { id kind severity status field holds summary evidence before { path type } after { path type } dependents { kind name label }
  connection { id } object { name } proposal { id } } } }`;
const REPAIRS = `query ($id: ID!) { repairs(filter: { connectionId: $id }) { nodes { id status automatic confidence reason affected evidence changes { column kind from how confidence candidates }
  preview { before after } approval { id } run { id } available { path type } drifts { id } } } }`;

export async function startDriftTest(): Promise<DriftTest> {
  const t = await startTestSystem(subgraphFactories);
  const folders: string[] = [];
  const ask: DriftTest['ask'] = async (viewer, subgraph, query, variables = {}) => {
    const { data, errors } = await t.graph(subgraph, query, variables, viewer);
    expect(errors).toBeUndefined();
    return data as never;
  };
  const settledSync = (viewer: UserViewer, id: string): Promise<void> =>
    eventually('the sync ends', async () => {
      const { connection } = await ask<{ connection: { latestSync: { status: string } } }>(
        viewer,
        'connectors',
        'query ($id: ID!) { connection(id: $id) { latestSync { status } } }',
        { id },
      );
      return connection.latestSync.status !== 'RUNNING';
    });
  const proposalsOf = (viewer: UserViewer, id: string): Promise<{ id: string; status: string }[]> =>
    ask<{ mappingProposals: { nodes: { id: string; status: string }[] } }>(
      viewer,
      'ontology',
      'query ($id: ID!) { mappingProposals(connectionId: $id) { nodes { id status } } }',
      { id },
    ).then(({ mappingProposals }) => mappingProposals.nodes);
  const publish: DriftTest['publish'] = async (viewer, connectionId) => {
    await settledSync(viewer, connectionId);
    await t.settled();
    const [proposal] = await proposalsOf(viewer, connectionId);
    await ask(viewer, 'ontology', 'mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }', {
      id: proposal?.id,
    });
    await eventually('the mapping is published', async () => (await proposalsOf(viewer, connectionId))[0]?.status === 'PUBLISHED');
    await t.settled();
  };
  return {
    t,
    ask,
    publish,
    async published(viewer, file) {
      const folder = await mkdtemp(join(tmpdir(), 'drift-'));
      folders.push(folder);
      const rewrite = (text: string): Promise<void> => writeFile(join(folder, 'orders.csv'), text);
      await rewrite(file);
      const { connectFiles } = await ask<{ connectFiles: { connection: { id: string } } }>(
        viewer,
        'connectors',
        'mutation ($folder: String!) { connectFiles(input: { folder: $folder }) { ... on ConnectionStarted { connection { id } } } }',
        { folder },
      );
      const connectionId = connectFiles.connection.id;
      await publish(viewer, connectionId);
      return { connectionId, rewrite };
    },
    async sync(viewer, id) {
      await ask(viewer, 'connectors', 'mutation ($id: ID!) { syncConnection(id: $id) { sync { id } } }', { id });
      await settledSync(viewer, id);
      await t.settled();
    },
    drifts: async (viewer, id) => (await ask<{ drifts: { nodes: DriftView[] } }>(viewer, 'connectors', DRIFTS, { id })).drifts.nodes,
    repairs: async (viewer, id) => (await ask<{ repairs: { nodes: RepairView[] } }>(viewer, 'connectors', REPAIRS, { id })).repairs.nodes,
    async landed(viewer, id) {
      const { connection } = await ask<{ connection: { objects: { nodes: Awaited<ReturnType<DriftTest['landed']>>[] } } }>(
        viewer,
        'connectors',
        'query ($id: ID!) { connection(id: $id) { objects { nodes { id rowCount quarantinedCount sample(first: 100) } } } }',
        { id },
      );
      const [object] = connection.objects.nodes;
      if (object === undefined) throw new Error('nothing was found');
      return object;
    },
    proposals: async (viewer, id) => (await proposalsOf(viewer, id)).length,
    async runEnds(viewer, repairId) {
      await t.settled();
      await eventually('the run ends', async () => {
        const { repairs } = await ask<{ repairs: { nodes: { id: string; run: { id: string } | null }[] } }>(
          viewer,
          'connectors',
          '{ repairs { nodes { id run { id } } } }',
        );
        return repairs.nodes.some(({ id, run }) => id === repairId && run !== null);
      });
      await t.settled();
    },
    async [Symbol.asyncDispose]() {
      await t[Symbol.asyncDispose]();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}

const STATUSES = ['open', 'paid', 'late', 'void'];

/** Orders with these headers; `row` changes cells. */
export function ordersOf(header: string, count: number, row: (cells: string[], index: number) => string[] = (cells) => cells): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const day = `2025-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 27) + 1).padStart(2, '0')}`;
    return row(
      [`O-${1000 + i}`, `Customer ${(i * 7) % 31}`, day, `${(i % 9) + 1}`, STATUSES[i % 4] ?? '', `Ship to dock ${i}, gate ${i % 5}`],
      i,
    ).join(',');
  });
  return [header, ...rows.map((cells) => cells)].join('\n');
}
export const HEADER = 'order_id,customer,order_date,quantity,status,note';
