import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Bench } from '../bench.ts';
import { makeSnapshot } from './made-snapshot.ts';

const CHILD = fileURLToPath(new URL('discover.child.ts', import.meta.url));

/** V8 lets garbage lie while there is room; within these megabytes it has to prove that it needs no more. */
const HEAP = ['--max-old-space-size=320', '--max-semi-space-size=16'];

const measured = z.object({
  observations: z.number(),
  records: z.number(),
  refused: z.number(),
  assets: z.number(),
  admitted: z.number(),
  seconds: z.number(),
  rssMb: z.number(),
});

/** Reads, gathers, judges and scores snapshots in a process of their own, as `autonomos discover` does. */
export const discovery: Bench = {
  summary: 'a snapshot of telemetry, read and judged: seconds, and memory of the process',
  options: {
    observations: { kind: 'NUMBER', fallback: 1_000_000, minimum: 1, about: 'observations of the snapshot that is made' },
    data: { kind: 'TEXT', fallback: null, about: 'folder with snapshots (*.json); without it one is made' },
  },
  async run({ number, text, say }) {
    const data = text('data');
    const folder = data ?? (await makeSnapshot(number('observations')));
    try {
      const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
      if (files.length === 0) throw new Error(`${folder} has no snapshots: *.json`);
      const { stdout } = await promisify(execFile)(process.execPath, [...HEAP, CHILD, ...files.map((name) => join(folder, name))]);
      const { observations, records, refused, assets, admitted, seconds, rssMb } = measured.parse(JSON.parse(stdout));
      say(`${records.toLocaleString('en-US')} records in ${files.length} files, ${refused.toLocaleString('en-US')} of them refused`);
      say(`${assets.toLocaleString('en-US')} assets, ${admitted.toLocaleString('en-US')} of them admitted`);
      return { observations, wall_s: Math.round(seconds * 100) / 100, rss_mb: Math.round(rssMb) };
    } finally {
      if (data === null) await rm(folder, { recursive: true, force: true });
    }
  },
};
