import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { connectFolder, syncRun, type SyncRun } from '../cli/graph/connections.ts';
import type { GraphClient } from '../cli/graph/client.ts';
import { logIn } from '../cli/server/connect.ts';
import { newDataFolder, startProduct } from '../tests/journeys/support/product.ts';
import type { Bench, Given } from './bench.ts';

const SAMPLE_MS = 1_000;
const PROBE_MS = 50;
const LANDING_TIMEOUT_MS = 15 * 60_000;

/** Lands one large file in the whole product and watches how free its event loop stays for people meanwhile. */
export const landing: Bench = {
  summary: 'a file of --rows rows lands: seconds, and the delay of the event loop meanwhile',
  options: {
    data: { kind: 'TEXT', fallback: null, about: 'folder with data to land; without it one is made' },
    rows: { kind: 'NUMBER', fallback: 1_000_000, minimum: 1, about: 'rows of the data that is made' },
    database: { kind: 'TEXT', fallback: 'embedded', about: 'embedded, or the URL of a PostgreSQL' },
  },
  async run(given) {
    const { dataFolder, discard } = newDataFolder();
    // The probe asks more often than anybody may.
    Object.assign(process.env, { RATE_LIMITS: 'off' });
    const folder = given.text('data');
    const made = folder === null ? await makeFile(given.number('rows')) : null;
    try {
      await using product = await startProduct(dataFolder, '--database', given.text('database') ?? 'embedded');
      given.say(`serving ${product.url}; landing ${folder ?? `${given.number('rows')} rows`}`);
      const client = await logIn(product, dataFolder);
      return await measure(product.url, client, folder ?? made ?? '', given);
    } finally {
      discard();
      if (made !== null) await rm(made, { recursive: true, force: true });
    }
  },
};

async function measure(url: string, client: GraphClient, folder: string, { say }: Given): Promise<Record<string, number>> {
  const delays: LoopDelay[] = [];
  const answers: number[] = [];
  const started = performance.now();
  const { sync } = await connectFolder(client, folder, null);
  const over = new AbortController();
  const probing = probe(url, answers, over.signal);
  let run: SyncRun = sync;
  // The first reading also takes in the start of the server.
  await loopDelay(url);
  while (run.status === 'RUNNING') {
    if (performance.now() - started > LANDING_TIMEOUT_MS) throw new Error('the file did not land in time');
    await wait(SAMPLE_MS);
    delays.push(await loopDelay(url));
    run = await syncRun(client, sync.id);
    say(`${Math.round(run.progress * 100)} % · p99 ${delays.at(-1)?.p99Ms} ms`);
  }
  over.abort();
  await probing;
  if (run.status !== 'SUCCEEDED') throw new Error(`the sync ended ${run.status}: ${run.problem?.message ?? ''}`);
  const seconds = (performance.now() - started) / 1_000;
  return {
    rows: run.recordsLanded,
    seconds: round(seconds),
    rowsPerSecond: Math.round(run.recordsLanded / seconds),
    loopDelayP99Ms: round(
      quantile(
        delays.map(({ p99Ms }) => p99Ms),
        1,
      ),
    ),
    loopDelayMedianP99Ms: round(
      quantile(
        delays.map(({ p99Ms }) => p99Ms),
        0.5,
      ),
    ),
    loopDelayMaxMs: round(
      quantile(
        delays.map(({ maxMs }) => maxMs),
        1,
      ),
    ),
    liveP99Ms: round(quantile(answers, 0.99)),
  };
}

interface LoopDelay {
  p99Ms: number;
  maxMs: number;
}

/** The loop's delay since the last reading, as Node itself measures it; reading starts it anew. */
async function loopDelay(url: string): Promise<LoopDelay> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const gauge = (name: string): number => Number(text.match(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'mu'))?.[1]) * 1_000;
  return { p99Ms: round(gauge('p99')), maxMs: round(gauge('max')) };
}

/** Times /health/live from outside, every 50 ms. */
async function probe(url: string, answers: number[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const asked = performance.now();
    await (await fetch(`${url}/health/live`)).arrayBuffer();
    answers.push(performance.now() - asked);
    await wait(PROBE_MS);
  }
}

async function makeFile(rows: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-bench-'));
  function* lines(): Generator<string> {
    yield 'order_id,customer,ordered,status,amount,note\n';
    for (let row = 1; row <= rows; row++) {
      const day = new Date(Date.UTC(2023, 0, 1 + (row % 900))).toISOString().slice(0, 10);
      yield `${row},Customer ${row % 5_000},${day},${row % 7 === 0 ? 'open' : 'paid'},${((row * 37) % 100_000) / 100},note ${row % 1_000}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(join(folder, 'orders.csv')));
  return folder;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const round = (value: number): number => Math.round(value * 10) / 10;
