import type { PageRecord } from '../kit/connector.ts';

/** Records remembered by key and content: those of the last pages. */
const MAX_REMEMBERED = 20_000;

/** Knows what was delivered lately, so that a page that comes twice lands once. What counts is how a record came last: one may change back. */
export class RecentRecords {
  readonly #known = new Map<string, string>();

  /** Those of them that did not come lately with the same content. */
  fresh<Kept extends Pick<PageRecord, 'key' | 'hash'>>(records: readonly Kept[]): Kept[] {
    return records.filter(({ key, hash }) => this.#add(key ?? hash, hash));
  }

  #add(key: string, hash: string): boolean {
    const same = this.#known.get(key) === hash;
    // Put at the end: the oldest are forgotten first.
    this.#known.delete(key);
    this.#known.set(key, hash);
    if (this.#known.size > MAX_REMEMBERED) {
      const [oldest = ''] = this.#known.keys();
      this.#known.delete(oldest);
    }
    return !same;
  }
}
