import type { Split } from './layout.ts';
import type { Position } from './records.ts';

/** A part is some ten thousand records; of a very large file there are so many parts at most. */
const PART_BYTES = 1024 * 1024;
const MAX_PARTS = 1_000;

/** Finds places at which a file can be cut into parts that are read side by side: seen by a parser that read everything before them. */
export class Splits {
  readonly found: Split[] = [];
  readonly #every: number;
  #records = 0;
  #last = 0;

  constructor(bytes: number) {
    this.#every = Math.max(PART_BYTES, bytes / MAX_PARTS);
  }

  /** @param next the place after these records; null where reading cannot go on */
  add(records: number, next: Position | null): void {
    this.#records += records;
    if (next === null || next.byte - this.#last < this.#every) return;
    this.#last = next.byte;
    this.found.push({ ...next, records: this.#records });
  }
}
