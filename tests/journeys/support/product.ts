import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readServerFile } from '../../../cli/server/server-file.ts';
import { isReady } from '../../../cli/server/health.ts';
import { waitFor } from '../../../cli/wait.ts';
import { run, type Ended } from '../../support/command-line.ts';

const LAUNCHER = fileURLToPath(new URL('../../../cli/launcher.mjs', import.meta.url));
const START_PATIENCE = { first: 100, longest: 500, total: 180_000 };
const COMMAND_TIMEOUT_MS = 180_000;

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

/** Starts the product in the foreground, as `npm start` does, and waits until it is ready. */
export async function startProduct(dataFolder: string, ...options: string[]): Promise<Product> {
  const child = spawn(process.execPath, [LAUNCHER, 'up', '--port', '0', '--data-folder', dataFolder, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
