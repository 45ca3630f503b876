import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Doom } from '../../subgraphs/agents/farm/executor/site.ts';
import { fromWorkerSchema, type ToWorker } from './ipc.ts';

/** Beside this file, in TypeScript under test and in JavaScript when built. */
const CHILD = fileURLToPath(new URL(`./worker.child${extname(import.meta.url)}`, import.meta.url));
/** So little that ballast is felt. */
const HEAP_MB = 512;
/** Workers in a row that end by themselves: something is wrong that another one does not mend. */
const MAX_UNASKED = 3;

/** What decides about a worker that is to die of a call. */
export interface Fates {
  /** Resolves when the moment has come at which it is to die. */
  moment(doom: Doom): Promise<void>;
  /** Whether it is still to die of it; counts. */
  take(doom: Doom): boolean;
}

/** One process. */
interface Worker {
  child: ChildProcess;
  /** Whether it has opened everything: false when it ended before. */
  stands: Promise<boolean>;
  exited: Promise<unknown>;
}

/** The one process that works on a stress test, and the one that takes its place when it is killed. */
export class FarmWorkers implements AsyncDisposable {
  readonly #stand: Extract<ToWorker, { kind: 'STAND' }>;
  readonly #fates: Fates;
  readonly #all = new Set<Worker>();
  #atWork: Worker | null = null;
  #closed = false;
  #stderr = '';
  /** Rejects when no worker can be started; else it never settles. */
  readonly failed: Promise<never>;

  constructor(stand: Omit<Extract<ToWorker, { kind: 'STAND' }>, 'kind'>, fates: Fates) {
    this.#stand = { kind: 'STAND', ...stand };
    this.#fates = fates;
    this.failed = new Promise((_resolve, reject) => {
      this.#supervise().catch(reject);
    });
    this.failed.catch(() => undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    for (const { child } of this.#all) child.kill('SIGKILL');
    await Promise.all([...this.#all].map(({ exited }) => exited));
  }

  async #supervise(): Promise<void> {
    let next = this.#spawn();
    for (let unasked = 0; !this.#closed;) {
      const worker = next;
      next = this.#spawn();
      if (await worker.stands) {
        this.#atWork = worker;
        this.#tell(worker, { kind: 'WORK' });
        await worker.exited;
        this.#atWork = null;
      }
      unasked = worker.child.signalCode === 'SIGKILL' ? 0 : unasked + 1;
      if (unasked === MAX_UNASKED && !this.#closed) throw new Error(`workers of the stress test end by themselves: ${this.#stderr}`);
    }
  }

  #spawn(): Worker {
    const child = fork(CHILD, [], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${HEAP_MB}`],
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = `${this.#stderr}${text}`.slice(-4_000);
    });
    const exited = once(child, 'exit');
    const stands = new Promise<boolean>((resolve) => {
      child.on('message', (message) => {
        const told = fromWorkerSchema.parse(message);
        if (told.kind === 'STANDS') resolve(true);
        else void this.#strike(worker, told);
      });
      void exited.then(() => resolve(false));
    });
    const worker = { child, stands, exited };
    this.#all.add(worker);
    void exited.then(() => this.#all.delete(worker));
    if (this.#closed) child.kill('SIGKILL');
    else this.#tell(worker, this.#stand);
    return worker;
  }

  async #strike(worker: Worker, doom: Doom): Promise<void> {
    await this.#fates.moment(doom);
    if (this.#atWork !== worker) return;
    if (this.#fates.take(doom)) {
      this.#atWork = null;
      worker.child.kill('SIGKILL');
    } else this.#tell(worker, { kind: 'SPARED', key: doom.key });
  }

  /** What cannot be told any more need not be: the process is gone. */
  #tell({ child }: Worker, message: ToWorker): void {
    if (child.connected) child.send(message, () => undefined);
  }
}
