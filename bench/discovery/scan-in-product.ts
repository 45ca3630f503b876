import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { GraphClient } from '../../cli/graph/client.ts';
import { logIn } from '../../cli/server/connect.ts';
import { newDataFolder, startProduct } from '../../tests/journeys/support/product.ts';
import { watchMemory } from '../ingest/watch-memory.ts';

const POLL_MS = 100;
const TIMEOUT_MS = 20 * 60_000;
/** Observations of the file that comes between a full scan and an incremental one. */
const NEW_OBSERVATIONS = 1_000;

export interface Scanned {
  records: number;
  /** From its start to its end, as the durable run has it. */
  seconds: number;
  /** By step, in their order. */
  steps: readonly { key: string; seconds: number }[];
}

export interface ScannedInProduct {
  full: Scanned;
  /** After a file of a thousand observations more. */
  incremental: Scanned;
  /** Most that was resident of the server's process, without the database's. */
  rssMb: number;
}

/** Starts the product on its embedded database and scans a folder in it: all of it, then, by an incremental scan, a file more. */
export async function scanInProduct(folder: string): Promise<ScannedInProduct> {
  const { dataFolder, discard } = newDataFolder();
  // The demo company would load beside it.
  Object.assign(process.env, { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off', FILES_ROOTS: folder });
  try {
    await using product = await startProduct(dataFolder);
    const client = await logIn(product, dataFolder);
    await client.request(ADD, { input: { name: 'bench', folder } }, added);
    const memory = watchMemory(product.pid);
    const full = await scan(client, 'FULL');
    await writeFile(join(folder, `more-${randomUUID()}.json`), JSON.stringify(moreTelemetry(NEW_OBSERVATIONS)));
    const incremental = await scan(client, 'INCREMENTAL');
    return { full, incremental, rssMb: memory.peakMb() };
  } finally {
    discard();
  }
}

const ADD = `mutation AddFeed($input: AddTelemetryFeedInput!) {
  addTelemetryFeed(input: $input) { ... on TelemetryFeedAdded { feed { id } } ... on InputRefused { problems { message } } }
}`;
const added = z.object({ addTelemetryFeed: z.object({ feed: z.object({ id: z.string() }) }) });
const START = `mutation Start($input: StartScanInput) {
  startScan(input: $input) { ... on ScanStarted { scan { id } } ... on InputRefused { problems { message } } }
}`;
const started = z.object({ startScan: z.object({ scan: z.object({ id: z.string() }) }) });
const LOOK = `query Look($id: ID!) {
  scan(id: $id) { status mode recordsRead problem { message } run { startedAt finishedAt steps { key startedAt finishedAt } } }
}`;
const moment = z.coerce.date().nullable();
const looked = z.object({
  scan: z.object({
    status: z.string(),
    mode: z.string(),
    recordsRead: z.number().nullable(),
    problem: z.object({ message: z.string() }).nullable(),
    run: z.object({
      startedAt: z.coerce.date(),
      finishedAt: moment,
      steps: z.array(z.object({ key: z.string(), startedAt: moment, finishedAt: moment })),
    }),
  }),
});

async function scan(client: GraphClient, mode: 'FULL' | 'INCREMENTAL'): Promise<Scanned> {
  const { id } = (await client.request(START, { input: { mode } }, started)).startScan.scan;
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const found = (await client.request(LOOK, { id }, looked)).scan;
    const { run, status, recordsRead: records } = found;
    if (status === 'FAILED' || status === 'CANCELLED') throw new Error(`the scan ended ${status}: ${found.problem?.message ?? ''}`);
    if (status === 'SUCCEEDED' && records !== null && run.finishedAt !== null) {
      if (found.mode !== mode) throw new Error(`the scan was ${found.mode}`);
      const steps = run.steps.map((step) => ({ key: step.key, seconds: between(step.startedAt, step.finishedAt) }));
      return { records, seconds: between(run.startedAt, run.finishedAt), steps };
    }
    if (Date.now() > deadline) throw new Error('the scan did not end in time');
    await wait(POLL_MS);
  }
}

const between = (from: Date | null, to: Date | null): number =>
  from === null || to === null ? Number.NaN : (to.getTime() - from.getTime()) / 1_000;

/** Of applications that no other file names, seen by two sources each. */
function moreTelemetry(observations: number): object {
  const list = Array.from({ length: observations }, (_, at) => ({
    observation_id: `more-${at}`,
    observed_at: '2026-06-29T00:00:00Z',
    source: at % 2 === 0 ? 'dns' : 'proxy',
    domain: `more${at >> 1}.com`,
  }));
  return { planes: { discovery: { observations: list } } };
}
