import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

interface FleetParts {
  size: number;
  effectsUrl: string;
  environment: NodeJS.ProcessEnv;
  /** Where their logs go. */
  folder: string;
  /** Grows when the database goes away, and when it is back: who dies of that while it starts is started again. */
  outages: () => number;
  /** Told of a worker that ended although nobody killed it. */
  onDeath: (what: string) => void;
}

/** Processes that work on runs. One that was killed is started again at once; the others go on meanwhile. */
export class Fleet {
  readonly #parts: FleetParts;
  readonly #working = new Map<number, ChildProcess>();
  readonly #starting = new Map<number, Promise<void>>();
  readonly #all = new Set<ChildProcess>();
  #failure: unknown = null;
  #stopped = false;

  constructor(parts: FleetParts) {
    this.#parts = parts;
    for (let nth = 0; nth < parts.size; nth += 1) this.#begin(nth);
  }

  /** Process ids of those that work. */
  get pids(): readonly number[] {
    return [...this.#working.values()].flatMap(({ pid }) => pid ?? []);
  }

  /** Resolves when one of them works. @throws Error when one cannot be started */
  async someWork(): Promise<void> {
    while (this.#working.size === 0 && this.#failure === null) await Promise.race(this.#starting.values());
    if (this.#failure !== null) throw this.#failure;
  }

  /** Resolves when all of them work. @throws Error when one cannot be started */
  async allWork(): Promise<void> {
    while (this.#starting.size > 0) await Promise.all(this.#starting.values());
    if (this.#failure !== null) throw this.#failure;
  }

  /** Kills one that works; another takes its place. Resolves when it is gone. */
  async kill(pid: number): Promise<void> {
    for (const [nth, worker] of this.#working) {
      if (worker.pid !== pid) continue;
      this.#working.delete(nth);
      await gone(worker, 'SIGKILL');
      this.#begin(nth);
    }
  }

  stop(): void {
    this.#stopped = true;
    for (const worker of this.#all) worker.kill('SIGKILL');
  }

  #begin(nth: number): void {
    if (this.#stopped) return;
    const started = this.#start(nth)
      .catch((error: unknown) => void (this.#failure ??= error))
      .finally(() => this.#starting.delete(nth));
    this.#starting.set(nth, started);
  }

  async #start(nth: number): Promise<void> {
    const { environment, effectsUrl, folder, outages, onDeath } = this.#parts;
    for (;;) {
      const before = outages();
      const log = openSync(join(folder, `worker-${nth}.log`), 'a');
      const worker = fork(WORKER, [effectsUrl], { env: environment, execArgv: process.execArgv, stdio: ['ignore', log, log, 'ipc'] });
      closeSync(log);
      this.#all.add(worker);
      worker.once('exit', () => this.#all.delete(worker));
      if (await works(worker)) {
        this.#working.set(nth, worker);
        worker.once('exit', (code, signal) => {
          if (this.#working.get(nth) !== worker || this.#stopped) return;
          this.#working.delete(nth);
          onDeath(`worker ${nth} ended by itself (${code ?? signal})`);
          this.#begin(nth);
        });
        return;
      }
      if (this.#stopped) return;
      if (outages() === before && before % 2 === 0) throw new Error(`a worker ended as it started; see ${folder}`);
    }
  }
}

function works(worker: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    worker.once('message', () => resolve(true));
    worker.once('exit', () => resolve(false));
  });
}

async function gone(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  worker.kill(signal);
  await ended;
}
