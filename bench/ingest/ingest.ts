import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startThrowAwayServer } from '../../tests/testkit/postgres-cluster.ts';
import type { Bench, Given } from '../bench.ts';
import { type BareCopy, bareCopy } from './bare-copy.ts';
import { type Landed, landInProduct } from './land-in-product.ts';
import { makeOrders } from './made-file.ts';

/** Lands a file in the whole product on a real PostgreSQL, beside a bare COPY of it; then on the embedded database. */
export const ingest: Bench = {
  summary:
    'a file lands on PostgreSQL: rows a second, beside a bare COPY of it into a table of the same types and keys, and memory of the process',
  options: {
    rows: { kind: 'NUMBER', fallback: 1_000_000, minimum: 1_000, about: 'rows of the file that is made' },
    data: { kind: 'TEXT', fallback: null, about: 'folder with CSV files to land; without it one is made' },
    database: { kind: 'TEXT', fallback: null, about: 'superuser’s URL of a PostgreSQL; without it one is started' },
    embedded: { kind: 'NUMBER', fallback: 200_000, minimum: 0, about: 'rows that land on the embedded database to compare; 0: none' },
    short: { kind: 'FLAG', about: 'only what lands on PostgreSQL: neither what follows from it nor the embedded database' },
  },
  async run(given) {
    const data = given.text('data');
    const folder = data ?? (await makeOrders(given.number('rows')));
    const server = given.text('database') === null ? await startThrowAwayServer() : null;
    const url = given.text('database') ?? server?.url;
    if (url === undefined) throw new Error('PostgreSQL’s server programs are not installed: give the URL of a server with --database');
    try {
      const landed = await landInProduct(folder, url, !given.flag('short'));
      const bare = await copyAll(url, folder, landed);
      const embedded = given.flag('short') || given.number('embedded') === 0 ? null : await onEmbedded(given.number('embedded'), data);
      table(given, landed, bare, embedded);
      const speed = landed.rows / landed.seconds;
      const vsCopy = speed / (bare.rows / bare.seconds);
      return { rows_per_s: Math.round(speed), vsCopy: Math.round(vsCopy * 1_000) / 1_000, rss_mb: landed.rssMb };
    } finally {
      await server?.stop();
      if (data === null) await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Every file that landed, one after the other. */
async function copyAll(url: string, folder: string, { objects }: Landed): Promise<BareCopy> {
  const all: BareCopy = { rows: 0, seconds: 0, asText: [] };
  for (const object of objects) {
    if (!/\.csv$/iu.test(object.path)) continue;
    const { rows, seconds, asText } = await bareCopy(url, join(folder, object.path), object);
    all.rows += rows;
    all.seconds += seconds;
    all.asText.push(...asText.map((name) => `${object.path}.${name}`));
  }
  if (all.rows === 0) throw new Error('nothing landed from a CSV file');
  return all;
}

async function onEmbedded(rows: number, data: string | null): Promise<Landed> {
  const folder = data ?? (await makeOrders(rows));
  try {
    return await landInProduct(folder, 'embedded', true);
  } finally {
    if (data === null) await rm(folder, { recursive: true, force: true });
  }
}

function table({ say }: Given, landed: Landed, bare: BareCopy, embedded: Landed | null): void {
  const line = (what: string, rows: number, seconds: number | null, rssMb: number | null): void => {
    if (seconds === null) return;
    const figures = [
      `${rows.toLocaleString('en-US')} rows`,
      `${seconds.toFixed(2)} s`,
      `${Math.round(rows / seconds).toLocaleString('en-US')} rows/s`,
    ];
    say([what.padEnd(44), ...figures.map((figure) => figure.padStart(18)), rssMb === null ? '' : `${rssMb} MB resident`].join(' '));
  };
  line('bare COPY, PostgreSQL', bare.rows, bare.seconds, null);
  line('landing, PostgreSQL', landed.rows, landed.seconds, landed.rssMb);
  line('source to numbers, PostgreSQL', landed.rows, landed.wholeSeconds, null);
  if (embedded !== null) {
    line('landing, embedded database', embedded.rows, embedded.seconds, embedded.rssMb);
    line('source to numbers, embedded database', embedded.rows, embedded.wholeSeconds, null);
  }
  if (landed.quarantined > 0) say(`${landed.quarantined.toLocaleString('en-US')} rows were set aside`);
  if (bare.asText.length > 0) say(`COPY cannot read as they are written, so they are text for it: ${bare.asText.join(', ')}`);
}
