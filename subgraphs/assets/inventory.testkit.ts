import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { EventPayload, Topic } from '../../schema/events/events.ts';
import { startTestSystem, type TestSystem } from '../../tests/testkit/test-system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { assetsEntities } from './entities.ts';
import { createAssets } from './index.ts';

export interface Node {
  id: string;
  name: string;
  kind: string;
  recordCount: number | null;
  removedAt: string | null;
  owner: { id: string } | null;
  connection: { id: string } | null;
  object: { id: string } | null;
  parent: { name: string } | null;
  findings: { code: string; severity: string; detail: string }[];
}
export interface Assets {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export const ASSETS = `query ($filter: AssetFilter, $first: Int, $after: String) {
  assets(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes {
      id name kind recordCount removedAt owner { id } connection { id } object { id } parent { name }
      findings { code severity detail }
    }
  }
}`;

/** Ids of one connection and of what it holds. */
export interface Ids {
  connection: string;
  customers: string;
  orders: string;
  readme: string;
}

export const freshIds = (): Ids => ({ connection: randomUUID(), customers: randomUUID(), orders: randomUUID(), readme: randomUUID() });

/** Assets alone, told of connections as the other subgraphs tell it. */
export interface InventoryTest extends AsyncDisposable {
  t: TestSystem;
  list: (viewer: UserViewer, variables?: Record<string, unknown>) => Promise<Assets>;
  /** An event, and everything that follows from it. */
  tell: <T extends Topic>(viewer: UserViewer, topic: T, payload: EventPayload<T>) => Promise<void>;
  connect: (viewer: UserViewer, at: Ids, createdBy?: string | null) => Promise<void>;
  discover: (viewer: UserViewer, at: Ids, objects?: ('customers' | 'orders')[]) => Promise<void>;
  finish: (viewer: UserViewer, at: Ids, problem?: string | null) => Promise<void>;
  /** Connected, discovered and synced once. */
  synced: (viewer: UserViewer) => Promise<Ids>;
}

export async function startInventoryTest(): Promise<InventoryTest> {
  const t = await startTestSystem([{ create: createAssets, entities: assetsEntities }]);
  async function list(viewer: UserViewer, variables: Record<string, unknown> = {}): Promise<Assets> {
    const { data, errors } = await t.graph('assets', ASSETS, { first: 50, ...variables }, viewer);
    expect(errors).toBeUndefined();
    return (data as { assets: Assets }).assets;
  }

  async function tell<T extends Topic>(viewer: UserViewer, topic: T, payload: EventPayload<T>): Promise<void> {
    await t.system.database.unitOfWork(viewer.tenantId, async (unit) => unit.emit(topic, payload));
    await t.settled();
  }

  async function connect(viewer: UserViewer, { connection }: Ids, createdBy: string | null = viewer.userId): Promise<void> {
    await tell(viewer, 'connectors.connection-created', {
      connectionId: connection,
      name: 'Sales',
      kind: 'FILES',
      location: '/data/sales',
      createdBy,
    });
  }

  async function discover(viewer: UserViewer, at: Ids, objects: ('customers' | 'orders')[] = ['customers', 'orders']): Promise<void> {
    await tell(viewer, 'connectors.schema-discovered', {
      connectionId: at.connection,
      connectionName: 'Sales',
      syncId: randomUUID(),
      objects: objects.map((name) => ({
        objectId: at[name],
        name,
        path: `2024/${name}.csv`,
        rowCount: 90,
        description: null,
        columns: [],
        primaryKey: name === 'customers' ? ['id'] : null,
        foreignKeys: [],
      })),
      skipped: [{ objectId: at.readme, name: 'README', path: 'README.md', code: 'DOCUMENTATION', reason: 'It is documentation' }],
    });
  }

  async function finish(viewer: UserViewer, at: Ids, problem: string | null = null): Promise<void> {
    const counts = { changed: 0, removed: 0 };
    await tell(viewer, 'connectors.sync-finished', {
      connectionId: at.connection,
      connectionName: 'Sales',
      syncId: randomUUID(),
      status: problem === null ? 'SUCCEEDED' : 'FAILED',
      problem,
      objects: [
        { objectId: at.customers, name: 'customers', records: 88, quarantined: 2, ...counts },
        { objectId: at.orders, name: 'orders', records: 70, quarantined: 20, ...counts },
      ],
    });
  }

  async function synced(viewer: UserViewer): Promise<Ids> {
    const at = freshIds();
    await connect(viewer, at);
    await discover(viewer, at);
    await finish(viewer, at);
    return at;
  }
  return { t, list, tell, connect, discover, finish, synced, [Symbol.asyncDispose]: () => t[Symbol.asyncDispose]() };
}
