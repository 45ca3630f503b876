import { setTimeout as delay } from 'node:timers/promises';
import { RunningChild } from './child-process.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { DATABASE_NAME } from './database-name.ts';
import { HeartbeatWatch } from './heartbeat-watch.ts';
import type { ChildConfig, Heartbeat } from './ipc.ts';
import type { Login } from './logins.ts';
import { standardLogins } from './secrets.ts';

export interface EmbeddedPostgresOptions {
  /** Absolute path of a folder of ours alone; null keeps everything in memory (a restart then loses it). */
  readonly dataFolder: string | null;
  /** Logins beside the three standard ones. */
  readonly logins?: readonly Login[];
  /** 0 (default) lets the system choose; it stays the same over restarts. */
  readonly port?: number;
  /** A transaction whose client says nothing for so long is rolled back. Default 30 000. */
  readonly idleInTransactionMs?: number;
  /** How long a client waits for another's transaction before it gets 55P03. Default 15 000. */
  readonly lockWaitMs?: number;
  /** How long one unit may run before the process is killed and started again. Default 30 000. */
  readonly statementDeadlineMs?: number;
  readonly maxConnections?: number;
  readonly onLog?: (line: string) => void;
}

/** Told when the database process ended and was, or could not be, started again. */
export type EndReport = { readonly kind: 'restarted'; readonly reason: string } | { readonly kind: 'failed'; readonly error: Error };

const HEARTBEAT_MS = 250;
/** More ends than this within the window and we stop trying: something is wrong that a restart does not mend. */
const MAX_ENDS = 5;
const ENDS_WINDOW_MS = 60_000;
const RESTART_WAITS_MS = [500, 2000, 5000];

type State =
  | { readonly kind: 'running'; readonly child: RunningChild }
  | { readonly kind: 'restarting'; readonly done: Promise<void> }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'stopped' };

/**
 * The embedded PostgreSQL as its parent sees it: a child process that is started, watched, and started again on the same
 * port and folder when it ends or when one statement holds it too long.
 */
export class EmbeddedPostgres implements AsyncDisposable {
  readonly #config: ChildConfig;
  readonly #onLog: (line: string) => void;
  readonly #watch: HeartbeatWatch;
  readonly #listeners = new Set<(report: EndReport) => void>();
  #endsAtMs: number[] = [];
  #state: State;

  private constructor(config: ChildConfig, child: RunningChild, watch: HeartbeatWatch, onLog: (line: string) => void) {
    this.#config = { ...config, port: child.port };
    this.#onLog = onLog;
    this.#watch = watch;
    this.#state = { kind: 'running', child };
    watch.onStuck = () => void this.restart('a statement ran past its deadline').catch(() => {});
    this.#attend(child);
  }

  /** Used by {@link startEmbeddedPostgres}. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const config: ChildConfig = {
      dataFolder: options.dataFolder,
      port: options.port ?? 0,
      logins: [...standardLogins(options.dataFolder), ...(options.logins ?? [])],
      idleInTransactionMs: options.idleInTransactionMs ?? 30_000,
      lockWaitMs: options.lockWaitMs ?? 15_000,
      maxConnections: options.maxConnections ?? 100,
      heartbeatMs: HEARTBEAT_MS,
    };
    const onLog = options.onLog ?? ((line) => console.error(line));
    const watch = new HeartbeatWatch(options.statementDeadlineMs ?? 30_000);
    try {
      return new EmbeddedPostgres(config, await RunningChild.start(config, (beat) => watch.beat(beat), onLog), watch, onLog);
    } catch (error) {
      watch.stop();
      throw error;
    }
  }

  /** On 127.0.0.1; the same for the life of this object. */
  get port(): number {
    return this.#config.port;
  }
  /** Process id of the database now; null between two. */
  get pid(): number | null {
    return this.#state.kind === 'running' ? this.#state.child.pid : null;
  }
  /** The last sign of life: its age in milliseconds and what it told. Readiness should look at the age. */
  get heartbeat(): { readonly ageMs: number; readonly last: Heartbeat | null } {
    return this.#watch.status;
  }
  get running(): boolean {
    return this.#state.kind === 'running';
  }
  /** What could not be had at start (pgvector). */
  get warnings(): readonly string[] {
    return this.#state.kind === 'running' ? this.#state.child.warnings : [];
  }
  /** Milliseconds the last start took inside the child. */
  get startMs(): number | null {
    return this.#state.kind === 'running' ? this.#state.child.startMs : null;
  }

  /** Connection URL of a login, password included. Throws {@link EmbeddedPostgresError} for an unknown login. */
  urlFor(login: string): string {
    const found = this.#config.logins.find(({ name }) => name === login);
    if (!found) throw new EmbeddedPostgresError(`no login ${login}`);
    return `postgresql://${encodeURIComponent(found.name)}:${encodeURIComponent(found.password)}@127.0.0.1:${this.port}/${DATABASE_NAME}`;
  }

  /** Calls back after every end of the database process that was not asked for by {@link stop}. Gives the way to stop listening. */
  onExit(listener: (report: EndReport) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Kills the database process and starts it again on the same port. Committed data is safe; clients lose their connections. Concurrent calls share one restart; after a failure it is another try. */
  restart(reason: string): Promise<void> {
    switch (this.#state.kind) {
      case 'restarting':
        return this.#state.done;
      case 'running':
      case 'failed': {
        const done = this.#replace(this.#state.kind === 'running' ? this.#state.child : null, reason);
        this.#state = { kind: 'restarting', done };
        return done;
      }
      case 'stopped':
        return Promise.reject(new EmbeddedPostgresError('the embedded database was stopped'));
    }
  }

  /** Writes everything out and ends the process. Safe to call twice. */
  async stop(): Promise<void> {
    this.#watch.stop();
    if (this.#state.kind === 'restarting') await this.#state.done.catch(() => {});
    const { child } = this.#state.kind === 'running' ? this.#state : { child: null };
    this.#state = { kind: 'stopped' };
    await child?.stop();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #replace(child: RunningChild | null, reason: string): Promise<void> {
    this.#onLog(`embedded database: restarting, ${reason}`);
    this.#watch.pause();
    await child?.kill();
    try {
      if (child) this.#countEnd();
      const next = await this.#startAgain();
      this.#state = { kind: 'running', child: next };
      this.#attend(next);
      this.#tell({ kind: 'restarted', reason });
    } catch (error) {
      const failure = error instanceof Error ? error : new EmbeddedPostgresError(String(error));
      this.#state = { kind: 'failed', error: failure };
      this.#onLog(`embedded database: could not be started again, ${failure.message}`);
      this.#tell({ kind: 'failed', error: failure });
      throw failure;
    }
  }

  /** A full disk or a folder still in the hands of the process before may pass: a few tries, then the last error. */
  async #startAgain(): Promise<RunningChild> {
    for (const waitMs of RESTART_WAITS_MS) {
      try {
        return await RunningChild.start(this.#config, (beat) => this.#watch.beat(beat), this.#onLog);
      } catch (error) {
        this.#onLog(`embedded database: start failed, trying again, ${error instanceof Error ? error.message : String(error)}`);
        await delay(waitMs);
      }
    }
    return RunningChild.start(this.#config, (beat) => this.#watch.beat(beat), this.#onLog);
  }

  #attend(child: RunningChild): void {
    this.#watch.resume();
    void this.#restartWhenEnded(child);
  }

  async #restartWhenEnded(child: RunningChild): Promise<void> {
    await child.exited;
    if (this.#state.kind === 'running' && this.#state.child === child) await this.restart('its process ended').catch(() => {});
  }

  #countEnd(): void {
    const now = performance.now();
    this.#endsAtMs = [...this.#endsAtMs.filter((at) => now - at < ENDS_WINDOW_MS), now];
    if (this.#endsAtMs.length > MAX_ENDS)
      throw new EmbeddedPostgresError(`the database process ended ${this.#endsAtMs.length} times within a minute`);
  }

  #tell(report: EndReport): void {
    for (const listener of this.#listeners) listener(report);
  }
}

/**
 * Starts PostgreSQL in a child process on 127.0.0.1, with its own cluster in `dataFolder` (made on first start).
 * Throws DataFolderInUseError (code `DATA_FOLDER_IN_USE`) when another process has the folder, {@link EmbeddedPostgresError} otherwise.
 */
export function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return EmbeddedPostgres.start(options);
}
