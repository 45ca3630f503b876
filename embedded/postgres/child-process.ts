import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFolderInUseError, EmbeddedPostgresError } from './errors.ts';
import type { ChildConfig, FromChild, Heartbeat, ToChild } from './ipc.ts';

/** Beside this file, in TypeScript under test and in JavaScript when built. */
const CHILD = fileURLToPath(new URL(`./postgres.child${extname(import.meta.url)}`, import.meta.url));

/** A graceful stop that takes longer is ended by force; the log recovers what was committed. */
const STOP_MS = 10_000;
/** First start unpacks a whole cluster: slow on a slow disk. */
const START_MS = 120_000;

/** One run of the database process, from its start to its end. */
export class RunningChild {
  readonly port: number;
  /** From being told what to be to accepting connections. */
  readonly startMs: number;
  readonly warnings: readonly string[];
  readonly exited: Promise<void>;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, exited: Promise<void>, ready: Extract<FromChild, { type: 'ready' }>) {
    this.#process = process;
    this.exited = exited;
    this.port = ready.port;
    this.startMs = ready.startMs;
    this.warnings = ready.warnings;
  }

  /** Starts the process and waits until it accepts connections. Throws {@link DataFolderInUseError} or {@link EmbeddedPostgresError}. */
  static async start(
    config: ChildConfig,
    onHeartbeat: (heartbeat: Heartbeat) => void,
    onLog: (line: string) => void,
  ): Promise<RunningChild> {
    const child = fork(CHILD, [], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
    const exited = once(child, 'exit').then(() => undefined);
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => onLog(text.trimEnd()));
    const ready = new Promise<Extract<FromChild, { type: 'ready' }>>((resolve, reject) => {
      child.on('message', (message: FromChild) => {
        if (message.type === 'ready') resolve(message);
        else if (message.type === 'heartbeat') onHeartbeat(message);
        else if (message.code === 'DATA_FOLDER_IN_USE') reject(new DataFolderInUseError(config.dataFolder ?? '', message.pid));
        else reject(new EmbeddedPostgresError(message.message));
      });
      child.on('error', reject);
      void exited.then(() => reject(new EmbeddedPostgresError('the database process ended before it was ready')));
    });
    const deadline = setTimeout(() => child.kill('SIGKILL'), START_MS);
    child.send({ type: 'start', config } satisfies ToChild);
    try {
      return new RunningChild(child, exited, await ready);
    } catch (error) {
      child.kill('SIGKILL');
      await exited;
      throw error;
    } finally {
      clearTimeout(deadline);
    }
  }

  get pid(): number {
    return this.#process.pid!;
  }

  /** Lets the unit at work finish, writes the database out and ends the process. */
  async stop(): Promise<void> {
    const deadline = setTimeout(() => this.#process.kill('SIGKILL'), STOP_MS);
    if (this.#process.connected) this.#process.send({ type: 'stop' } satisfies ToChild, () => {});
    await this.exited;
    clearTimeout(deadline);
  }

  /** Ends the process at once. Committed work is in its log. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.exited;
  }
}
