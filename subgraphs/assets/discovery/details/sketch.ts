import { hashRank } from './hash.ts';

/** Hashes that are kept: numbers of different texts are exact up to so many, and beyond them estimates with a standard error of about a tenth. */
export const MOST_HASHES = 100;

/**
 * Counts different texts without keeping them, by the lowest of their hashes (k minimum values; Bar-Yossef and others, 2002). In any order, and in parts
 * that are put together later, texts come to the same.
 */
export class Sketch {
  /** Ascending. */
  readonly #hashes: number[] = [];
  #more = false;

  add(text: string): void {
    this.addHash(hashRank(text));
  }

  addHash(hash: number): void {
    const hashes = this.#hashes;
    let [from, to] = [0, hashes.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((hashes[middle] ?? 0) < hash) from = middle + 1;
      else to = middle;
    }
    if (hashes[from] === hash) return;
    if (hashes.length >= MOST_HASHES) {
      this.#more = true;
      if (from >= MOST_HASHES) return;
      hashes.pop();
    }
    hashes.splice(from, 0, hash);
  }

  merge({ hashes, more }: { hashes: readonly number[]; more: boolean }): void {
    for (const hash of hashes) this.addHash(hash);
    if (more) this.#more = true;
  }

  get hashes(): readonly number[] {
    return this.#hashes;
  }

  get more(): boolean {
    return this.#more;
  }

  get distinct(): number {
    if (!this.#more) return this.#hashes.length;
    return Math.max(MOST_HASHES + 1, Math.round((MOST_HASHES - 1) / (this.#hashes.at(-1) ?? 1)));
  }
}
