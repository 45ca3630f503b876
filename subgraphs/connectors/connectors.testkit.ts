import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type TestSystem, startTestSystem } from '../../tests/testkit/test-system.ts';
import { type DomainEvent, defineConsumer } from '../kernel/outbox/consumer.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { connectorsEntities } from './entities.ts';
import { createConnectors } from './index.ts';

/** What tests of this subgraph say to it, on a system of their own. */
export interface ConnectorsTest extends AsyncDisposable {
  t: TestSystem;
  /** Everything the subgraph has told the event log. */
  events: DomainEvent[];
  folderWith(files: Record<string, string | Buffer>): Promise<string>;
  connect(viewer: UserViewer, input: Record<string, unknown>): Promise<Connected>;
  connectDatabase(viewer: UserViewer, input: { url: string; name?: string; schemas?: string[] }): Promise<Connected>;
  /** The sync when it is no longer running. */
  finished(viewer: UserViewer, syncId: string): Promise<Sync>;
  resync(viewer: UserViewer, connectionId: string): Promise<Sync>;
  objectsOf(viewer: UserViewer, connectionId: string): Promise<Record<string, SourceObjectView>>;
}

export interface Connected {
  connection: { id: string };
  sync: { id: string };
  problems?: { code: string; field: string | null }[];
}
export interface Sync {
  status: string;
  recordsLanded: number;
}
export interface SourceObjectView {
  id: string;
  status: string;
  statusCode: string | null;
  rowCount: number;
  quarantinedCount: number;
  notes: string[];
  sample: Record<string, unknown>[];
  schema: {
    primaryKey: { columns: string[] } | null;
    fields: { name: string; type: string; description: string | null; evidence: string[] }[];
    foreignKeys: { columns: string[]; coverage: number; target: { name: string } }[];
  } | null;
  quarantined: { totalCount: number; nodes: { line: number; code: string; raw: string }[] };
}

export const CONNECT = `mutation ($input: ConnectFilesInput!) { connectFiles(input: $input) {
  ... on ConnectionStarted { connection { id status createdBy { id } } sync { id status } } ... on InputRefused { problems { code field } } } }`;
const CONNECT_DATABASE = CONNECT.replaceAll('onnectFiles', 'onnectPostgres');
const SYNC = `query ($id: ID!) { syncRun(id: $id) { status phase progress recordsLanded recordsUnchanged recordsRemoved recordsQuarantined problem { code } connection { id status statusReason } } }`;
const OBJECTS = `query ($id: ID!) { connection(id: $id) { name status latestSync { id status } objects { totalCount nodes { id name status statusCode statusReason rowCount quarantinedCount notes
    connection { id } sample(first: 3) quarantined { totalCount nodes { id line code reason raw } }
    schema { id fingerprint object { name } primaryKey { columns evidence } fields { name position type format currency nullable distinctCount blankCount examples evidence description }
      foreignKeys { columns target { name } targetColumns coverage evidence } } } } } }`;

export const SHOP = {
  'customers.csv': 'customer,city,since\nAcme Corp,Oslo,3/1/2017\nGlobex,Bergen,10/20/2016\nInitech,,1/2/2015\n',
  'orders.csv':
    'order_id,customer,ordered,total,note\n' +
    Array.from(
      { length: 2500 },
      (_, i) => `${i + 1},${['Acme Corp', 'Globex', 'AcmeCorp'][i % 3]},${(i % 12) + 1}/${(i % 28) + 1}/2017,"$${i}.50",n${i}\n`,
    ).join(''),
  'dictionary.csv':
    'Table,Field,Description\norders,order_id,Number of the order\norders,total,What was paid\ncustomers,city,Where they are\ncustomers,since,First order\ncustomers,customer,Legal name\n',
};

export async function startConnectorsTest(): Promise<ConnectorsTest> {
  const folders: string[] = [];
  const events: DomainEvent[] = [];
  const listen = async (event: DomainEvent): Promise<void> => void events.push(event);
  const spy = defineConsumer('test.listen', {
    'connectors.connection-created': listen, 'connectors.sync-started': listen, 'connectors.schema-discovered': listen, 'connectors.records-landed': listen,
    'connectors.sync-finished': listen, 'connectors.connection-removed': listen,
  }); // prettier-ignore
  const t = await startTestSystem([
    {
      create: (system) => {
        const connectors = createConnectors(system);
        return { ...connectors, consumers: [...connectors.consumers, spy] };
      },
      entities: connectorsEntities,
    },
  ]);

  const ask = async <Data>(viewer: UserViewer, query: string, variables: Record<string, unknown>): Promise<Data> => {
    const { data, errors } = await t.graph('connectors', query, variables, viewer);
    expect(errors).toBeUndefined();
    return data as Data;
  };
  const finished = async (viewer: UserViewer, id: string): Promise<Sync> => {
    let sync: Sync = { status: 'RUNNING', recordsLanded: 0 };
    const look = async (): Promise<string> => {
      sync = (await ask<{ syncRun: Sync }>(viewer, SYNC, { id })).syncRun;
      return sync.status;
    };
    await expect.poll(look, { timeout: 50_000, interval: 30 }).not.toBe('RUNNING');
    return sync;
  };

  return {
    t,
    events,
    finished,
    async folderWith(files) {
      const folder = await mkdtemp(join(tmpdir(), 'connect-'));
      folders.push(folder);
      for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
      return folder;
    },
    connect: async (viewer, input) => (await ask<{ connectFiles: Connected }>(viewer, CONNECT, { input })).connectFiles,
    connectDatabase: async (viewer, input) =>
      (await ask<{ connectPostgres: Connected }>(viewer, CONNECT_DATABASE, { input })).connectPostgres,
    async resync(viewer, id) {
      const again = 'mutation ($id: ID!) { syncConnection(id: $id) { sync { id } } }';
      const { syncConnection } = await ask<{ syncConnection: { sync: { id: string } } }>(viewer, again, { id });
      return finished(viewer, syncConnection.sync.id);
    },
    async objectsOf(viewer, id) {
      const { connection } = await ask<{ connection: { objects: { nodes: ({ name: string } & SourceObjectView)[] } } }>(viewer, OBJECTS, {
        id,
      });
      return Object.fromEntries(connection.objects.nodes.map((node) => [node.name, node]));
    },
    async [Symbol.asyncDispose]() {
      await t[Symbol.asyncDispose]();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}
