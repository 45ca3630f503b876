import { outsideUnitOfWork } from '../../subgraphs/kernel/database/unit-guard.ts';
import type { DemoCompany, System } from '../../subgraphs/kernel/system.ts';
import { readDemoFile, writeDemoFile } from './demo-file.ts';
import { loadDemo } from './load-demo.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';

export interface DemoOptions {
  system: Pick<System, 'config' | 'logger'>;
  /** Of the open door. */
  url: string;
  ownerKey: string;
  onProgress: (message: string) => void;
}

/** The demo company of a personal machine: serves its systems beside the server, and fills its workspace in the background. */
export class EmbeddedDemo implements DemoCompany {
  readonly #options: DemoOptions;
  #sandbox: Promise<SandboxProcess> | null = null;
  #loading: { abort: AbortController; done: Promise<void> } | null = null;
  #closed = false;

  constructor(options: DemoOptions) {
    this.#options = options;
  }

  /** Goes on with what an earlier start left; begins when there never was one and the configuration wants it. */
  async resume(): Promise<void> {
    const { config, logger } = this.#options.system;
    const known = await readDemoFile(config.dataFolder);
    if (this.#closed) return;
    if (known === null ? config.demo : known.state === 'LOADING') this.wanted();
    // Its systems are there for later syncs; nobody waits for them now.
    else if (known?.state === 'READY')
      this.#serve().catch((error: unknown) => logger.warn({ err: error }, 'the demo company cannot be synced'));
  }

  wanted(): void {
    if (this.#closed || this.#loading !== null) return;
    const abort = new AbortController();
    const done = outsideUnitOfWork(() => this.#load(abort.signal)).finally(() => {
      this.#loading = null;
    });
    this.#loading = { abort, done };
  }

  async unwanted(): Promise<void> {
    await this.#stopLoading('the demo company is being removed');
    await this.#stopServing();
    await writeDemoFile(this.#options.system.config.dataFolder, { state: 'REMOVED', port: 0 });
  }

  /** Ends what it does; the next start goes on. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#stopLoading('the server is stopping');
    await this.#stopServing();
  }

  async #load(signal: AbortSignal): Promise<void> {
    const { system, url, ownerKey, onProgress } = this.#options;
    const { dataFolder } = system.config;
    const started = Date.now();
    try {
      const { url: sandboxUrl, port } = await this.#serve();
      await writeDemoFile(dataFolder, { state: 'LOADING', port });
      await loadDemo({ url, ownerKey, sandboxUrl, signal, onProgress });
      signal.throwIfAborted();
      await writeDemoFile(dataFolder, { state: 'READY', port });
      onProgress(`the demo company is ready after ${((Date.now() - started) / 1_000).toFixed(0)} s`);
    } catch (error) {
      if (signal.aborted) return;
      system.logger.warn({ err: error }, 'the demo company could not be loaded');
      onProgress('the demo company could not be loaded; `npx autonomos demo load` tries again');
    }
  }

  /** The running process with its systems; on the port they had before, where their connections look for them. */
  #serve(): Promise<SandboxProcess> {
    this.#sandbox ??= readDemoFile(this.#options.system.config.dataFolder)
      .then((known) => startSandboxProcess(known?.port ?? 0))
      .catch((error: unknown) => {
        this.#sandbox = null;
        throw error;
      });
    return this.#sandbox;
  }

  async #stopLoading(reason: string): Promise<void> {
    const loading = this.#loading;
    loading?.abort.abort(new Error(reason));
    await loading?.done;
  }

  async #stopServing(): Promise<void> {
    const sandbox = await this.#sandbox?.catch(() => null);
    this.#sandbox = null;
    await sandbox?.stop();
  }
}
