import type { ChangedGolden } from '../publishing/entity-resolver.ts';

/** More golden records than these are not named one by one: all of their type are looked at. */
export const MAX_NAMED = 20_000;

/** Golden records that have to be looked at again; bounded. */
export class ChangedIds {
  #ids: Set<string> | null = new Set();

  add(ids: Iterable<string>): void {
    if (this.#ids === null) return;
    for (const id of ids) this.#ids.add(id);
    if (this.#ids.size > MAX_NAMED) this.#ids = null;
  }

  /** Takes in what somebody else found to have changed. */
  join(changed: ChangedGolden): void {
    if (changed === 'ALL') this.#ids = null;
    else this.add(changed);
  }

  /** In the order of the ids, so that those who change the same records wait for one another instead of locking up. */
  all(): ChangedGolden {
    return this.#ids === null ? 'ALL' : [...this.#ids].toSorted();
  }

  get empty(): boolean {
    return this.#ids?.size === 0;
  }
}
