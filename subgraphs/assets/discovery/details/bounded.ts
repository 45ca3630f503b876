/**
 * A map that keeps so many keys at most: those of the lowest rank. What it keeps depends on the keys it was offered and not on their order, because a
 * key that is once pushed out can never come back: the rank that keys must beat only falls. With ranks that are hashes it is a bottom-k sample
 * (Cohen and Kaplan, 2007): every key is as likely to be in it as any other, and the number of different keys can be told from it.
 */
export class Bounded<V> {
  readonly #most: number;
  readonly #rank: (key: string) => number;
  readonly #kept = new Map<string, { rank: number; value: V }>();
  #last: { key: string; rank: number } | null = null;
  #more = false;

  constructor(most: number, rank: (key: string) => number) {
    this.#most = most;
    this.#rank = rank;
  }

  /** The value of a key, to be changed in place; made when there is none. Null for a key that is beyond what is kept. */
  at(key: string, make: () => V): V | null {
    const known = this.#kept.get(key);
    if (known !== undefined) return known.value;
    const rank = this.#rank(key);
    if (this.#kept.size >= this.#most) {
      this.#more = true;
      const last = this.#findLast();
      if (!before({ key, rank }, last)) return null;
      this.#kept.delete(last.key);
      this.#last = null;
    } else if (this.#last !== null && before(this.#last, { key, rank })) this.#last = { key, rank };
    const value = make();
    this.#kept.set(key, { rank, value });
    return value;
  }

  get(key: string): V | undefined {
    return this.#kept.get(key)?.value;
  }

  /** How many are kept. */
  get size(): number {
    return this.#kept.size;
  }

  /** Whether there were more than are kept. */
  get more(): boolean {
    return this.#more;
  }

  /** Says that there were more, where what is kept comes from somewhere that knew. */
  noteMore(): void {
    this.#more = true;
  }

  /** How many different keys there were: exactly up to the limit, beyond it an estimate whose standard error is 1/√(limit − 2). For ranks that are hashes. */
  get distinct(): number {
    if (!this.#more) return this.#kept.size;
    return Math.max(this.#most + 1, Math.round((this.#most - 1) / this.#findLast().rank));
  }

  /** In the order of the keys. */
  entries(): [key: string, value: V][] {
    return [...this.#kept].map(([key, { value }]): [string, V] => [key, value]).toSorted(([one], [other]) => (one < other ? -1 : 1));
  }

  #findLast(): { key: string; rank: number } {
    if (this.#last !== null) return this.#last;
    let last = { key: '', rank: -Infinity };
    for (const [key, { rank }] of this.#kept) if (before(last, { key, rank })) last = { key, rank };
    this.#last = last;
    return last;
  }
}

const before = (one: { key: string; rank: number }, other: { key: string; rank: number }): boolean =>
  one.rank < other.rank || (one.rank === other.rank && one.key < other.key);

const SPAN = 2 ** 53;

/** A number from 0 to 1 that a text always has and that says nothing of it: cyrb53, two multiplicative hashes of 32 bits side by side. */
export function hashRank(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0) + 1) / SPAN;
}

/** Later months come first; keys begin with theirs, as `2026-05`. */
export function newestRank(key: string): number {
  return -(Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7)));
}
