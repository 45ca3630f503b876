import type { PageRecord } from '../kit/connector.ts';

/** Records remembered by key and content: those of the last pages. */
const MAX_REMEMBERED = 20_000;

/** Knows what was delivered lately, so that a page that comes twice lands once. */
export class RecentRecords {
  readonly #known = new Set<string>();

  /** Those of them that did not come lately with the same content. */
  fresh<Kept extends Pick<PageRecord, 'key' | 'hash'>>(records: readonly Kept[]): Kept[] {
    return records.filter(({ key, hash }) => this.#add(`${key ?? ''} ${hash}`));
  }

  #add(text: string): boolean {
    if (this.#known.has(text)) return false;
    this.#known.add(text);
    if (this.#known.size > MAX_REMEMBERED) {
      const [oldest = ''] = this.#known;
      this.#known.delete(oldest);
    }
    return true;
  }
}
