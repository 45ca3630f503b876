/** So many rows that changed are known one by one; more are found again by going through all. */
export const FEW_ROWS = 8;

/** Rows of a source table that changed in a round, while they are few and none of them has gone. */
export class FewRows {
  #ids: Set<string> | null = new Set();

  add(ids: Iterable<string>): void {
    if (this.#ids === null) return;
    for (const id of ids) this.#ids.add(id);
    if (this.#ids.size > FEW_ROWS) this.#ids = null;
  }

  /** Which they are is not known any more. */
  lose(): void {
    this.#ids = null;
  }

  /** Their ids; null: too many, or not all are known. */
  all(): readonly string[] | null {
    return this.#ids === null ? null : [...this.#ids].toSorted();
  }
}
