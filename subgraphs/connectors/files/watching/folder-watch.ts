import { type FSWatcher, watch } from 'node:fs';
import type { System } from '../../../kernel/system.ts';
import type { Chore } from '../../chores/chores.ts';
import { openTenants } from '../../chores/tenants.ts';
import { folderSignature } from './folder-signature.ts';
import { type LastLook, judgeLook } from './watch-state.ts';
import type { WatchedFolder, WatchingService } from './watching.service.ts';

const SCAN_MS = 15_000;
/** How often the connections are asked which of them are watched, when nobody told of a change. */
const REFRESH_MS = 60_000;
/** Between a change, or a look that saw one, and the next look. */
const STILL_MS = 2_000;

interface Watched extends WatchedFolder {
  last: LastLook;
  watcher: FSWatcher | null;
  timer: NodeJS.Timeout | null;
}

/** Watches folders: by what the file system tells, and by a scan every 15 s, since it does not tell of network drives and may forget. */
export class FolderWatch {
  readonly #system: System;
  readonly #watching: WatchingService;
  readonly #watched = new Map<string, Watched>();
  #refreshAt = 0;
  #over = false;

  constructor(system: System, watching: (changed: (tenantId: string) => void) => WatchingService) {
    this.#system = system;
    this.#watching = watching((tenantId) => void this.#refresh([tenantId]).catch((error: unknown) => this.#failed(error)));
  }

  get service(): WatchingService {
    return this.#watching;
  }

  get chore(): Chore {
    return { name: 'watch folders', everyMs: SCAN_MS, run: (signal) => this.#round(signal) };
  }

  stop(): void {
    this.#over = true;
    for (const watched of this.#watched.values()) close(watched);
    this.#watched.clear();
  }

  async #round(signal: AbortSignal): Promise<void> {
    const now = this.#system.clock().getTime();
    if (now >= this.#refreshAt) {
      this.#refreshAt = now + REFRESH_MS;
      await this.#refresh(await openTenants(this.#system));
    }
    for (const watched of this.#watched.values()) {
      if (signal.aborted) return;
      await this.#look(watched);
    }
  }

  /** Asks which folders of these tenants are watched now. */
  async #refresh(tenants: readonly string[]): Promise<void> {
    const now = new Map<string, WatchedFolder>();
    for (const tenantId of tenants) for (const folder of await this.#watching.watchedOf(tenantId)) now.set(folder.connectionId, folder);
    if (this.#over) return;
    for (const [id, watched] of this.#watched) {
      if (now.has(id) || !tenants.includes(watched.tenantId)) continue;
      close(watched);
      this.#watched.delete(id);
    }
    for (const [id, folder] of now) {
      const known = this.#watched.get(id);
      if (known !== undefined) {
        known.seen = folder.seen;
        continue;
      }
      const watched: Watched = { ...folder, last: null, watcher: null, timer: null };
      this.#watched.set(id, watched);
      watched.watcher = this.#listen(watched);
      this.#soon(watched);
    }
  }

  #listen(watched: Watched): FSWatcher | null {
    try {
      const watcher = watch(watched.folder, { recursive: true, persistent: false }, () => this.#soon(watched));
      // The scan goes on without it.
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return null;
    }
  }

  /** Looks once nothing has happened for a while. */
  #soon(watched: Watched): void {
    if (this.#over) return;
    if (watched.timer !== null) clearTimeout(watched.timer);
    watched.timer = setTimeout(() => {
      watched.timer = null;
      void this.#look(watched).catch((error: unknown) => this.#failed(error));
    }, STILL_MS);
    watched.timer.unref();
  }

  async #look(watched: Watched): Promise<void> {
    const signature = await folderSignature(watched.folder);
    const verdict = judgeLook(watched.seen, watched.last, signature);
    watched.last = signature;
    if (this.#over || !this.#watched.has(watched.connectionId)) return;
    if (verdict === 'WAIT') this.#soon(watched);
    if (verdict === 'SYNC' && (await this.#watching.syncChanged(watched, signature))) watched.seen = signature;
  }

  #failed(error: unknown): void {
    this.#system.logger.warn({ err: error }, 'a watched folder could not be looked at; it is tried again');
  }
}

function close({ watcher, timer }: Watched): void {
  watcher?.close();
  if (timer !== null) clearTimeout(timer);
}
