import type { ColumnProfile, ColumnType } from '../../../../schema/events/discovered-schema.ts';
import { detached } from '../detached.ts';
import { MAX_COMPARED_VALUES, MAX_VALUE_CHARACTERS } from '../limits.ts';
import { looseForm } from '../typing/names.ts';
import type { LandedValue } from '../typing/normalise.ts';
import { type EntryBudget, ValueTable, hashText } from './value-table.ts';

const MAX_TOP_VALUES = 50;
const MAX_EXAMPLES = 10;

export interface ProfilerBounds {
  maxCounted: number;
  maxDistinct: number;
  budget: EntryBudget | null;
}

/** What is kept of a column's values to compare them with those of other columns. */
export interface ColumnSketch {
  /** Hashes of the values, case-folded. */
  folded: ValueTable;
  /** Hashes of their letters and digits only, legal forms at the end left out; the same table as `folded` where values are not text. */
  loose: ValueTable;
  /** Every value is in the tables and each comes once: it can be the target of a foreign key. */
  unique: boolean;
  /** The counts of the tables are of rows; else of distinct values. */
  countsRows: boolean;
}

/** Profiles the landed values of one column, one after the other, in bounded memory. */
export class ColumnProfiler {
  readonly #type: ColumnType;
  readonly #bounds: ProfilerBounds;
  readonly #hash = new Uint32Array(2);
  readonly #exact: ValueTable;
  /** Made once there are more values than are counted by value; before, they are made from the counts at the end. */
  #sketch: { folded: ValueTable; loose: ValueTable } | null = null;
  #rows = 0;
  #blanks = 0;
  #characters = 0;
  #sum = 0;
  #min: string | number | null = null;
  #max: string | number | null = null;
  #counts = new Map<string, number>();
  #examples: string[] = [];

  constructor(type: ColumnType, bounds: ProfilerBounds) {
    this.#type = type;
    this.#bounds = bounds;
    this.#exact = this.#table();
  }

  add(value: LandedValue): void {
    this.#rows++;
    if (value === null) {
      this.#blanks++;
      return;
    }
    const text = typeof value === 'string' ? value : String(value);
    this.#characters += text.length;
    if (typeof value === 'number') this.#sum += value;
    const count = this.#counts.get(text);
    if (count !== undefined) {
      // Seen before: all the rest is known already.
      this.#counts.set(text, count + 1);
      this.#exact.repeats = true;
      return;
    }
    const comparable = typeof value === 'number' ? value : text;
    if (this.#min === null || comparable < this.#min) this.#min = kept(comparable);
    if (this.#max === null || comparable > this.#max) this.#max = kept(comparable);
    hashText(text, this.#hash);
    const isNew = this.#exact.add(this.#hash[0] ?? 0, this.#hash[1] ?? 0);
    if (!isNew) return;
    if (this.#examples.length < MAX_EXAMPLES) this.#examples.push(detached(text.slice(0, MAX_VALUE_CHARACTERS)));
    if (this.#sketch === null && this.#counts.size < this.#bounds.maxCounted && text.length <= MAX_VALUE_CHARACTERS) {
      this.#counts.set(detached(text), 1);
      return;
    }
    if (this.#sketch === null) this.#startSketch();
    this.#addToSketch(text, 1);
  }

  get rows(): number {
    return this.#rows;
  }
  get blanks(): number {
    return this.#blanks;
  }
  get distinct(): number {
    return this.#exact.size;
  }
  /** No non-blank value comes twice, and all of them were seen. */
  get isUnique(): boolean {
    return !this.#exact.frozen && !this.#exact.repeats && this.#exact.size > 0;
  }

  profile(): ColumnProfile {
    const values = this.#rows - this.#blanks;
    return {
      rows: this.#rows,
      blanks: this.#blanks,
      distinct: this.distinct,
      min: this.#min === null ? null : String(this.#min),
      max: this.#max === null ? null : String(this.#max),
      mean: typeof this.#min === 'number' && values > 0 ? this.#sum / values : null,
      averageLength: values > 0 ? this.#characters / values : 0,
      topValues: [...this.#counts]
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, MAX_TOP_VALUES)
        .map(([value, count]) => ({ value, count })),
      examples: this.#examples,
    };
  }

  /** What finding keys needs of this column; the profiler is not used after it. */
  sketch(): ColumnSketch {
    const countsRows = this.#sketch === null;
    if (this.#sketch === null) this.#startSketch();
    const { folded, loose } = this.#sketch ?? { folded: this.#exact, loose: this.#exact };
    return { folded, loose, unique: this.isUnique && !folded.frozen, countsRows };
  }

  #startSketch(): void {
    const folded = this.#sketchTable();
    this.#sketch = { folded, loose: this.#type === 'TEXT' ? this.#sketchTable() : folded };
    for (const [text, count] of this.#counts) this.#addToSketch(text, count);
  }

  #addToSketch(text: string, times: number): void {
    const sketch = this.#sketch;
    if (sketch === null) return;
    const hash = this.#hash;
    const isText = this.#type === 'TEXT';
    hashText(isText ? text.toLowerCase() : text, hash);
    sketch.folded.add(hash[0] ?? 0, hash[1] ?? 0, times);
    if (!isText) return;
    hashText(looseForm(text), hash);
    sketch.loose.add(hash[0] ?? 0, hash[1] ?? 0, times);
  }

  #table(): ValueTable {
    const keyish = this.#type === 'TEXT' || this.#type === 'INTEGER' || this.#type === 'DATE';
    return new ValueTable(this.#bounds.maxDistinct, keyish ? this.#bounds.budget : null);
  }
  #sketchTable(): ValueTable {
    // Only a column that identifies something needs all its values for comparison; of others some do.
    return new ValueTable(
      this.isUnique ? this.#bounds.maxDistinct : Math.min(MAX_COMPARED_VALUES, this.#bounds.maxDistinct),
      this.isUnique ? this.#bounds.budget : null,
    );
  }
}

const kept = (value: string | number): string | number =>
  typeof value === 'string' ? detached(value.slice(0, MAX_VALUE_CHARACTERS)) : value;
