import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderInUseError } from './errors.ts';

const LOCK_FILE = 'postgres.lock';
/** Others may be taking over the same stale lock at the same moment. */
const MAX_ATTEMPTS = 10;

interface Holder {
  readonly pid: number;
  /** When that process began, in the system's own words: a number used again names another process. */
  readonly startedAt: string;
}

/** Keeps a data folder to one process: two backends on one folder destroy it. */
export class DataFolderLock implements Disposable {
  readonly #path: string;
  readonly #content: string;

  private constructor(path: string, content: string) {
    this.#path = path;
    this.#content = content;
  }

  /** Takes the folder for this process. Throws {@link DataFolderInUseError} when a living process has it. */
  static acquire(folder: string): DataFolderLock {
    const path = join(folder, LOCK_FILE);
    const content = JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) ?? 'unknown' } satisfies Holder);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      if (createWhole(path, content)) return new DataFolderLock(path, content);
      const found = read(path);
      if (found === null) continue;
      const holder = parse(found);
      if (holder && isAlive(holder)) throw new DataFolderInUseError(folder, holder.pid);
      removeExactly(path, found);
    }
    throw new DataFolderInUseError(folder, parse(read(path) ?? '')?.pid ?? 0);
  }

  [Symbol.dispose](): void {
    if (read(this.#path) === this.#content) rmSync(this.#path, { force: true });
  }
}

/** Creates a file with its content in one step, or gives false when it is there: nobody ever reads half of it. */
export function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a stale lock, unless someone has put a fresh one there since it was read. */
function removeExactly(path: string, content: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // someone else was faster
  }
  if (read(aside) !== content) createWhole(path, read(aside) ?? '');
  rmSync(aside, { force: true });
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parse(content: string): Holder | null {
  try {
    const found: unknown = JSON.parse(content);
    if (typeof found !== 'object' || found === null || !('pid' in found) || !('startedAt' in found)) return null;
    return typeof found.pid === 'number' && typeof found.startedAt === 'string' ? { pid: found.pid, startedAt: found.startedAt } : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = startTime(pid);
  return now === null || startedAt === 'unknown' || now === startedAt;
}

/** When a process began: clock ticks since boot with the boot's id on Linux, `ps` elsewhere. Null when it cannot be told. */
function startTime(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field is the program's name in parentheses and may hold anything; the start time is the 22nd.
      const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
