import { stat } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';

/** What a file is like from outside: another one, or one that was written to, has another stamp. Null: it is not there. */
export type Stamp = string | null;

export const stampOf = async (file: string): Promise<Stamp> => {
  const found = await stat(file).catch(() => null);
  return found === null ? null : `${found.ino}:${found.size}:${found.mtimeMs}:${found.ctimeMs}`;
};

const MAX_STAMPS = 20_000;

/** What files were like when they were discovered, so that landing reads the same. Forgotten with the process: then only sizes are compared. */
export class Stamps {
  readonly #known = new LRUCache<string, string>({ max: MAX_STAMPS });

  /** Remembers files before they are read. @returns those that were written to once `read` is done */
  async during<Result>(files: readonly string[], read: () => Promise<Result>): Promise<{ result: Result; changed: Set<string> }> {
    const before = new Map<string, Stamp>();
    for (const file of files) before.set(file, await stampOf(file));
    const result = await read();
    const changed = new Set<string>();
    for (const [file, stamp] of before) {
      if (stamp === null || (await stampOf(file)) !== stamp) changed.add(file);
      else this.#known.set(file, stamp);
    }
    return { result, changed };
  }

  /** The stamp that a file has to have; as it is now when nothing is known of it. */
  async expected(file: string): Promise<Stamp> {
    return this.#known.get(file) ?? stampOf(file);
  }
}
