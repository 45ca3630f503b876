import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, type ChaosOptions } from './options.ts';
import { randomFrom } from './random.ts';
import { Server } from './server.ts';
import { startThrowAwayServer } from '../testkit/postgres-cluster.ts';
import { runsChaosInChild } from './runs/in-child.ts';
import { SyncChaos } from './sync-chaos.ts';
import { VendorChaos } from './vendor-chaos.ts';

const EXIT_INTERRUPTED = 130;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** `npm run chaos -- sync|runs …`: prints one JSON line last; the exit code says whether anything was lost or doubled. */
async function main(options: ChaosOptions): Promise<number> {
  if (options.what === 'runs') return runsChaosInChild(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'autonomos-chaos-'));
  const files = join(folder, 'files');
  mkdirSync(files);
  const { redis, seed } = options;
  const started = options.over === 'vendors' && options.database === null ? await startThrowAwayServer() : null;
  const database = options.database ?? started?.url ?? null;
  // What has landed of vendors is looked up in the database itself, which only a server lets others do.
  const overVendors = options.over === 'vendors' && database !== null;
  if (options.over === 'vendors' && !overVendors)
    say('PostgreSQL’s server programs are not installed: files are synced instead of vendors');
  const server = new Server({ dataFolder: join(folder, 'data'), database, redis }, randomFrom(seed + 1));
  const chaos = overVendors ? new VendorChaos(server, options, database, say) : new SyncChaos(server, options, files, say);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.abandon();
      void (started?.stop() ?? Promise.resolve()).finally(() => process.exit(EXIT_INTERRUPTED));
    });
  }
  say(`seed ${options.seed}; ${folder}`);
  let failure: string | null = null;
  try {
    await chaos.run();
  } catch (error) {
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    await server.stop();
    await started?.stop();
  }
  const { lost, doubled, examples } = chaos.total;
  for (const example of examples) say(example);
  if (failure !== null) say(failure);
  const good = failure === null && lost === 0 && doubled === 0;
  // What went wrong is kept to be looked into.
  if (good) rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${JSON.stringify({ kills: chaos.kills, lost, doubled })}\n`);
  return good ? 0 : 1;
}

try {
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
