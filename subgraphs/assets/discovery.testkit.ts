import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { eventually } from '../../tests/testkit/eventually.ts';
import { startTestSystem, type TestSystem } from '../../tests/testkit/test-system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { assetsEntities } from './entities.ts';
import { createAssets } from './index.ts';

export const AS_OF = '2026-06-30T00:00:00Z';

/** A day before the moment of the tests' snapshots, as telemetry writes it. */
export const daysAgo = (days: number): string => new Date(Date.parse(AS_OF) - days * 86_400_000).toISOString();

/** Lists of a snapshot by their place under `planes`, such as `finance.contracts`. */
export type Lists = Readonly<Record<string, readonly object[]>>;

export function snapshotOf(lists: Lists, asOf = AS_OF): string {
  const planes: Record<string, Record<string, readonly object[]>> = {};
  for (const [place, records] of Object.entries(lists)) {
    const [plane = '', list = ''] = place.split('.');
    planes[plane] = { ...planes[plane], [list]: records };
  }
  return JSON.stringify({ meta: { snapshot_as_of: asOf }, planes });
}

export interface ScanSeen {
  id: string;
  number: number;
  status: string;
  mode: string;
  asOf: Date;
  digest: string;
  policyVersion: number;
  recordsRead: number;
  recordsTaken: number;
  recordsKept: number;
  recordsRefused: number;
  counts: Record<string, number>;
  problem: { code: string } | null;
}

const SCAN = `id number status mode asOf digest policyVersion recordsRead recordsTaken recordsKept recordsRefused
  counts { found admitted shadow zombie parked clean } problem { code }`;

/** Assets alone, with what tests of discovery do over and over. */
export interface DiscoveryTest extends AsyncDisposable {
  t: TestSystem;
  /** One operation that has to succeed. */
  ask: <T>(viewer: UserViewer, query: string, variables?: Record<string, unknown>) => Promise<T>;
  /** Adds a feed of files, as sent to an upload. @returns its id */
  feed: (viewer: UserViewer, files: Readonly<Record<string, string>>) => Promise<string>;
  /** Starts a scan and waits for its end. */
  scan: (viewer: UserViewer, input?: object) => Promise<ScanSeen>;
}

export async function startDiscoveryTest(): Promise<DiscoveryTest> {
  const t = await startTestSystem([{ create: createAssets, entities: assetsEntities }]);
  const ask: DiscoveryTest['ask'] = async <T>(viewer: UserViewer, query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await t.graph('assets', query, variables, viewer);
    expect(errors).toBeUndefined();
    return data as T;
  };
  return {
    t,
    ask,
    async feed(viewer, files) {
      const uploadId = randomUUID();
      const folder = join(t.system.config.dataFolder, 'uploads', viewer.tenantId, uploadId);
      await mkdir(folder, { recursive: true });
      for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
      const { addTelemetryFeed } = await ask<{ addTelemetryFeed: { feed: { id: string } } }>(
        viewer,
        'mutation ($input: AddTelemetryFeedInput!) { addTelemetryFeed(input: $input) { ... on TelemetryFeedAdded { feed { id } } } }',
        { input: { name: 'sensors', uploadId } },
      );
      return addTelemetryFeed.feed.id;
    },
    async scan(viewer, input = {}) {
      const { startScan } = await ask<{ startScan: { scan: { id: string } } }>(
        viewer,
        'mutation ($input: StartScanInput) { startScan(input: $input) { ... on ScanStarted { scan { id } } ... on InputRefused { problems { code } } } }',
        { input },
      );
      let seen: ScanSeen | null = null;
      await eventually(
        'the scan ends',
        async () => {
          ({ scan: seen } = await ask<{ scan: ScanSeen }>(viewer, `query ($id: ID!) { scan(id: $id) { ${SCAN} } }`, startScan.scan));
          return seen.status !== 'RUNNING';
        },
        120_000,
      );
      if (seen === null) throw new Error('there is no such scan');
      return seen;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}
