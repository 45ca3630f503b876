import { hashRank } from './hash.ts';

/**
 * A map that keeps so many keys at most: those of the lowest rank. What it keeps depends on the keys it was offered and not on their order, because a
 * key that is once pushed out can never come back: the rank that keys must beat only falls. With hashes as ranks it is a bottom-k sample (Cohen and
 * Kaplan, 2007): every key is as likely to be in it as any other, and the number of different keys can be told from it.
 */
export class Bounded<V> {
  readonly #most: number;
  readonly #rank: (key: string) => number;
  readonly #kept = new Map<string, V>();
  /** The key of the highest rank, where it is known. */
  #last: Ranked | null = null;
  #more = false;

  constructor(most: number, rank: (key: string) => number = hashRank) {
    this.#most = most;
    this.#rank = rank;
  }

  /** The value of a key, to be changed in place; made when there is none. Null for a key that is beyond what is kept. */
  at(key: string, make: () => V): V | null {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    if (this.#kept.size >= this.#most) {
      this.#more = true;
      const last = this.#findLast();
      if (!before({ key, rank: this.#rank(key) }, last)) return null;
      this.#kept.delete(last.key);
    }
    this.#last = null;
    const value = make();
    this.#kept.set(key, value);
    return value;
  }

  get(key: string): V | undefined {
    return this.#kept.get(key);
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

  /** How many different keys there were: exactly up to the limit, beyond it an estimate whose standard error is 1/√(limit − 2). For hashes as ranks. */
  get distinct(): number {
    if (!this.#more) return this.#kept.size;
    return Math.max(this.#most + 1, Math.round((this.#most - 1) / this.#findLast().rank));
  }

  /** In the order of the keys. */
  entries(): [key: string, value: V][] {
    return [...this.#kept].toSorted(([one], [other]) => (one < other ? -1 : 1));
  }

  /** Ranks are not kept but made again: keys are pushed out rarely, and memory goes with what is kept. */
  #findLast(): Ranked {
    if (this.#last !== null) return this.#last;
    let last: Ranked = { key: '', rank: -Infinity };
    for (const key of this.#kept.keys()) {
      const ranked = { key, rank: this.#rank(key) };
      if (before(last, ranked)) last = ranked;
    }
    this.#last = last;
    return last;
  }
}

interface Ranked {
  key: string;
  rank: number;
}

const before = (one: Ranked, other: Ranked): boolean => one.rank < other.rank || (one.rank === other.rank && one.key < other.key);

/** Later months come first; keys begin with theirs, as `2026-05`. */
export function newestRank(key: string): number {
  return -(Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7)));
}
