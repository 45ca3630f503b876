import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readServerFile } from '../../../cli/server/server-file.ts';
import { isReady } from '../../../cli/server/health.ts';
import { waitFor } from '../../../cli/wait.ts';
import { run, type Ended } from '../../support/command-line.ts';
import { scaledGround, whyNotScaled } from './scaled.ts';

const LAUNCHER = fileURLToPath(new URL('../../../cli/launcher.mjs', import.meta.url));
const START_PATIENCE = { first: 100, longest: 500, total: 180_000 };
const COMMAND_TIMEOUT_MS = 180_000;

/** Which topology the journeys are made on: `npm run test:journeys` makes them on one, `… -- --project journeys-scaled` on the other. */
export const TOPOLOGY = process.env['AUTONOMOS_TEST_TOPOLOGY'] === 'scaled' ? 'scaled' : 'embedded';

/** Why the journeys cannot be made on this topology here; null when they can. */
export const WHY_NOT = TOPOLOGY === 'scaled' ? whyNotScaled() : null;

/** The whole product as a person starts it, on a data folder and a port of its own. */
export interface Product extends AsyncDisposable {
  url: string;
  dataFolder: string;
  pid: number;
  /** Runs `autonomos <args>` against this product. */
  autonomos(...args: string[]): Promise<Ended>;
  /** What the server has printed so far. */
  output(): string;
}

/** A fresh data folder; remove it with `discard`. */
export function newDataFolder(): { dataFolder: string; discard: () => void } {
  const dataFolder = mkdtempSync(join(tmpdir(), 'autonomos-journey-'));
  return { dataFolder, discard: () => rmSync(dataFolder, { recursive: true, force: true }) };
}

/** Runs a command of the launcher to its end. */
export function autonomos(dataFolder: string, ...args: string[]): Promise<Ended> {
  return run([process.execPath, LAUNCHER, ...args, '--data-folder', dataFolder], { NO_COLOR: '1' }, COMMAND_TIMEOUT_MS);
}

/** Starts the product in the foreground, as `npm start` or `npm run topology` does, and waits until it is ready. */
export async function startProduct(dataFolder: string, ...options: string[]): Promise<Product> {
  const own = ['--port', '0', ...options];
  if (TOPOLOGY === 'embedded') return startProcess(dataFolder, ['up', ...own]);
  const { options: shared, redis } = await scaledGround(dataFolder);
  const product = await startProcess(dataFolder, ['topology', ...shared, ...own]);
  return {
    ...product,
    [Symbol.asyncDispose]: async () => {
      await product[Symbol.asyncDispose]();
      await redis.kill();
    },
  };
}

/** Starts a command that serves the data folder, and waits until it is ready. */
export async function startProcess(dataFolder: string, command: readonly string[]): Promise<Product> {
  const child = spawn(process.execPath, [LAUNCHER, ...command, '--data-folder', dataFolder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const server = await waitFor(async () => {
    if (child.exitCode !== null) throw new Error(`the product ended with exit code ${child.exitCode}:\n${output}`);
    const found = readServerFile(dataFolder);
    return found !== null && (await isReady(found.url)) ? found : null;
  }, START_PATIENCE);
  if (server === null) {
    child.kill('SIGKILL');
    throw new Error(`the product was not ready in time:\n${output}`);
  }
  return {
    url: server.url.replace(/\/$/, ''),
    dataFolder,
    pid: server.pid,
    autonomos: (...args) => autonomos(dataFolder, ...args),
    output: () => output,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
