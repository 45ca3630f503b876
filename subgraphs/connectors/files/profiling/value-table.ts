/** 64 bits of hash of a text, as two unsigned halves: two values out of a million collide with a chance of 3 in 100 million. */
export function hashText(text: string, out: Uint32Array): void {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  out[0] = a >>> 0;
  out[1] = b >>> 0;
}

/** Entries that the tables of one object may hold together beyond their own bounds. */
export interface EntryBudget {
  entries: number;
}

const MISSING = -1;
const INITIAL_SLOTS = 64;

/**
 * The distinct hashes seen and how often, in typed arrays (open addressing): 12 bytes an entry and 8 a slot instead of a hundred in a Set of strings.
 * Past its bound a table is frozen: what it holds is still counted, what is new is not.
 */
export class ValueTable {
  size = 0;
  frozen = false;
  /** Some value came twice. */
  repeats = false;
  #slots = new Int32Array(INITIAL_SLOTS).fill(MISSING);
  #high = new Uint32Array(INITIAL_SLOTS >> 1);
  #low = new Uint32Array(INITIAL_SLOTS >> 1);
  #counts = new Uint32Array(INITIAL_SLOTS >> 1);
  readonly #max: number;
  readonly #budget: EntryBudget | null;

  /** Past `max` entries a table grows only while nothing has repeated (it may be a key), and by what the shared budget still has. */
  constructor(max: number, budget: EntryBudget | null = null) {
    this.#max = max;
    this.#budget = budget;
  }

  /** Counts a hash; true when it is new. */
  add(high: number, low: number, times = 1): boolean {
    const slot = this.#find(high, low);
    const entry = this.#slots[slot] ?? MISSING;
    if (entry !== MISSING) {
      this.#counts[entry] = (this.#counts[entry] ?? 0) + times;
      this.repeats = true;
      return false;
    }
    if (this.size >= this.#max && !this.#mayExceed()) {
      this.frozen = true;
      return false;
    }
    if (times > 1) this.repeats = true;
    this.#slots[slot] = this.size;
    this.#high[this.size] = high;
    this.#low[this.size] = low;
    this.#counts[this.size] = times;
    this.size++;
    if (this.size * 2 >= this.#slots.length) this.#grow();
    return true;
  }

  has(high: number, low: number): boolean {
    return (this.#slots[this.#find(high, low)] ?? MISSING) !== MISSING;
  }

  /** How often a hash was added; 0 when it is not there. */
  times(high: number, low: number): number {
    return this.count(this.#slots[this.#find(high, low)] ?? MISSING);
  }

  high(entry: number): number {
    return this.#high[entry] ?? 0;
  }
  low(entry: number): number {
    return this.#low[entry] ?? 0;
  }
  count(entry: number): number {
    return this.#counts[entry] ?? 0;
  }

  #mayExceed(): boolean {
    if (this.repeats || this.#budget === null || this.#budget.entries <= 0) return false;
    this.#budget.entries--;
    return true;
  }

  #find(high: number, low: number): number {
    const mask = this.#slots.length - 1;
    let slot = (low ^ (high >>> 7)) & mask;
    for (;;) {
      const entry = this.#slots[slot] ?? MISSING;
      if (entry === MISSING || (this.#low[entry] === low && this.#high[entry] === high)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const entries = this.#slots.length;
    this.#high = enlarged(this.#high, entries);
    this.#low = enlarged(this.#low, entries);
    this.#counts = enlarged(this.#counts, entries);
    this.#slots = new Int32Array(entries * 2).fill(MISSING);
    for (let entry = 0; entry < this.size; entry++) this.#slots[this.#find(this.high(entry), this.low(entry))] = entry;
  }
}

function enlarged(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
