import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Bench, Given } from '../bench.ts';
import { makeSnapshot } from './made-snapshot.ts';
import { scanInProduct, type ScannedInProduct } from './scan-in-product.ts';

const CHILD = fileURLToPath(new URL('discover.child.ts', import.meta.url));

/** V8 lets garbage lie while there is room; within these megabytes it has to prove that it needs no more. */
const HEAP = ['--max-old-space-size=320', '--max-semi-space-size=16'];

const measured = z.object({
  files: z.number(),
  unreadable: z.array(z.string()),
  observations: z.number(),
  read: z.number(),
  taken: z.number(),
  kept: z.number(),
  refused: z.number(),
  assets: z.number(),
  admitted: z.number(),
  seconds: z.number(),
  rssMb: z.number(),
});

/** Reads, gathers, judges and scores telemetry in a process of their own, as `autonomos discover` does. */
export const discovery: Bench = {
  summary: 'telemetry, read and judged: seconds, and memory of the process',
  options: {
    observations: { kind: 'NUMBER', fallback: 1_000_000, minimum: 1, about: 'observations of the snapshot that is made' },
    data: { kind: 'TEXT', fallback: null, about: 'folder with telemetry of any format; without it a snapshot is made' },
    durable: { kind: 'FLAG', about: 'also as a scan of the whole product on its embedded database, and an incremental one after it' },
  },
  async run({ number, text, flag, say }) {
    const data = text('data');
    const folder = data ?? (await makeSnapshot(number('observations')));
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [...HEAP, CHILD, folder]);
      const { files, unreadable, observations, read, taken, kept, refused, assets, admitted, seconds, rssMb } = measured.parse(
        JSON.parse(stdout),
      );
      if (read === 0) throw new Error(`${folder} has no telemetry`);
      say(`${counted(read)} records in ${files} files: ${counted(taken)} taken, ${counted(kept)} kept, ${counted(refused)} refused`);
      for (const file of unreadable) say(`${file} is no telemetry`);
      say(`${counted(assets)} assets, ${counted(admitted)} of them admitted`);
      if (flag('durable')) sayScanned(await scanInProduct(folder), say);
      return { observations, wall_s: Math.round(seconds * 100) / 100, rss_mb: Math.round(rssMb) };
    } finally {
      if (data === null) await rm(folder, { recursive: true, force: true });
    }
  },
};

function sayScanned({ full, incremental, rssMb }: ScannedInProduct, say: Given['say']): void {
  for (const [what, { records, seconds, steps }] of Object.entries({ full, incremental })) {
    const parts = steps.map(({ key, seconds: each }) => `${key} ${each.toFixed(2)} s`).join(', ');
    say(`${what} scan in the product: ${counted(records)} records in ${seconds.toFixed(2)} s (${parts})`);
  }
  say(`the server's process had at most ${rssMb} MB resident`);
}

const counted = (count: number): string => count.toLocaleString('en-US');
