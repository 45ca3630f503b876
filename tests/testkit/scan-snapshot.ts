import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './eventually.ts';
import type { GraphCompany } from './graph-company.ts';

/** Records by plane, by list. */
export type Planes = Readonly<Record<string, Readonly<Record<string, readonly object[]>>>>;

/** Adds a snapshot as a feed, scans, and waits until everything that follows has happened. */
export async function scanSnapshot(
  { t, ask }: GraphCompany,
  viewer: UserViewer,
  { asOf, planes }: { asOf: string; planes: Planes },
): Promise<void> {
  const uploadId = randomUUID();
  const folder = join(t.system.config.dataFolder, 'uploads', viewer.tenantId, uploadId);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'snapshot.json'), JSON.stringify({ meta: { snapshot_as_of: asOf }, planes }));
  const feed = 'mutation ($input: AddTelemetryFeedInput!) { addTelemetryFeed(input: $input) { __typename } }';
  await ask(viewer, feed, { input: { name: `sensors ${uploadId}`, uploadId } });
  const start = 'mutation { startScan { ... on ScanStarted { scan { id } } } }';
  const { startScan } = await ask<{ startScan: { scan: { id: string } } }>(viewer, start);
  const status = 'query ($id: ID!) { scan(id: $id) { status } }';
  await eventually('the scan succeeds', async () => {
    const { scan } = await ask<{ scan: { status: string } }>(viewer, status, startScan.scan);
    return scan.status === 'SUCCEEDED';
  });
  await t.settled();
}
