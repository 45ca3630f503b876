import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT } from '../../cli/exit-codes.mjs';
import { Failure } from '../../cli/failure.mjs';
import { logIn } from '../../cli/server/connect.ts';
import { isReady } from '../../cli/server/health.ts';
import { readServerFile } from '../../cli/server/server-file.ts';
import type { GraphClient } from '../../cli/graph/client.ts';
import { waitFor } from '../../cli/wait.ts';
import type { Random } from './random.ts';

const LAUNCHER = fileURLToPath(new URL('../../cli/launcher.mjs', import.meta.url));
const END_PATIENCE = { first: 10, longest: 100, total: 30_000 };
const START_PATIENCE = { first: 50, longest: 200, total: 120_000 };

export interface ServerOptions {
  dataFolder: string;
  /** null: the embedded one. */
  database: string | null;
  /** With a Redis the scaled topology runs. */
  redis: string | null;
}

/**
 * The product as `npm start` runs it, in a process group of its own, so that all of it can be killed at one blow; or its scaled topology, of
 * which one process at a time is killed.
 */
export class Server {
  readonly dataFolder: string;
  readonly #options: ServerOptions;
  readonly #random: Random;
  #child: ChildProcess | null = null;
  #client: { url: string; graph: GraphClient } | null = null;

  constructor(options: ServerOptions, random: Random) {
    this.dataFolder = options.dataFolder;
    this.#options = options;
    this.#random = random;
  }

  get #scaled(): boolean {
    return this.#options.redis !== null;
  }

  /** Where everything it prints goes. */
  get logFile(): string {
    return `${this.dataFolder}.log`;
  }

  /** Starts it, built anew when its sources are newer, and waits until it is ready. @throws Error with what it printed when it does not get there */
  async start(): Promise<void> {
    const log = openSync(this.logFile, 'a');
    const { database, redis } = this.#options;
    const environment = { ...(database === null ? {} : { DATABASE_URL: database }), ...(redis === null ? {} : { REDIS_URL: redis }) };
    const command = this.#scaled ? 'topology' : 'up';
    const child = spawn(process.execPath, [LAUNCHER, command, '--port', '0', '--data-folder', this.dataFolder], {
      stdio: ['ignore', log, log],
      detached: true,
      env: { ...process.env, ...environment, AUTONOMOS_DEMO: 'off', NO_COLOR: '1' },
    });
    closeSync(log);
    this.#child = child;
    const pidBefore = readServerFile(this.dataFolder)?.pid;
    const ready = await waitFor(async () => {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${this.lastLines()}`);
      const file = readServerFile(this.dataFolder);
      return file !== null && file.pid !== pidBefore && (await isReady(file.url)) ? file : null;
    }, START_PATIENCE);
    if (ready === null) throw new Error(`the server was not ready in time:\n${this.lastLines()}`);
  }

  /** kill -9 of everything at once, launcher, server, database, and started again; of the scaled topology: of any one process. */
  async kill(): Promise<void> {
    if (this.#scaled) return this.#killOne();
    await this.#end('SIGKILL');
    await this.start();
  }

  /** Its supervisor starts it again. */
  #killOne(): void {
    const supervisor = readServerFile(this.dataFolder)?.pid ?? 0;
    const children = execFileSync('pgrep', ['-P', String(supervisor)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
    process.kill(this.#random.pick(children), 'SIGKILL');
  }

  /** Ends everything without a word, for a harness that is itself being ended. */
  abandon(): void {
    if (this.#child?.pid !== undefined && this.#child.exitCode === null) process.kill(-this.#child.pid, 'SIGKILL');
  }

  /** As Ctrl-C. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** The graph as the owner of the data folder, logged in once for each start. @throws Failure UNREACHABLE when nothing answers */
  async client(): Promise<GraphClient> {
    const file = readServerFile(this.dataFolder);
    if (file === null) throw new Failure(EXIT.UNREACHABLE, 'the server has not said where it is');
    if (this.#client?.url !== file.url) this.#client = { url: file.url, graph: await logIn(file, this.dataFolder) };
    return this.#client.graph;
  }

  address(): string {
    return readServerFile(this.dataFolder)?.url ?? '';
  }

  lastLines(): string {
    const log = [this.logFile, join(this.dataFolder, 'server.log')].map((file) => {
      try {
        return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');
      } catch {
        return '';
      }
    });
    return log.join('\n');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
    });
    if (signal === 'SIGKILL') process.kill(-child.pid, signal);
    else child.kill(signal);
    await ended;
    const { pid } = child;
    await waitFor(async () => (groupIsGone(pid) ? true : null), END_PATIENCE);
    this.#client = null;
  }
}

/** Whether no process of the group is left: who starts again too early finds its data folder in use. */
function groupIsGone(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return false;
  } catch {
    return true;
  }
}
