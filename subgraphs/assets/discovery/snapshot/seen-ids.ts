const FEWEST_SLOTS = 1_024;
const [FIRST_SEED, SECOND_SEED] = [0x9e3779b9, 0x85ebca6b];

/**
 * Tells which ids have been there before, in 8 bytes for each and as much again to find it: a fingerprint of 64 bits in an open hash table. Two different
 * ids are taken for the same with a probability of about n²/2⁶⁵, which is one in 37 million for a million ids.
 */
export class SeenIds {
  #slots = new Uint32Array(FEWEST_SLOTS * 2);
  #size = 0;

  /** @returns whether it is new */
  add(id: string): boolean {
    if (this.#size * 2 >= this.#slots.length / 2) this.#grow();
    const isNew = place(this.#slots, fingerprint(id, FIRST_SEED) || 1, fingerprint(id, SECOND_SEED));
    if (isNew) this.#size += 1;
    return isNew;
  }

  #grow(): void {
    const [before, after] = [this.#slots, new Uint32Array(this.#slots.length * 2)];
    for (let at = 0; at < before.length; at += 2) if (before[at] !== 0) place(after, before[at] ?? 0, before[at + 1] ?? 0);
    this.#slots = after;
  }
}

/** Puts a fingerprint into the first free slot from its own on. @param first never 0, which marks a free slot @returns whether it was not there */
function place(slots: Uint32Array, first: number, second: number): boolean {
  const mask = slots.length / 2 - 1;
  for (let slot = (first ^ second) & mask; ; slot = (slot + 1) & mask) {
    const there = slots[slot * 2];
    if (there === 0) {
      slots[slot * 2] = first;
      slots[slot * 2 + 1] = second;
      return true;
    }
    if (there === first && slots[slot * 2 + 1] === second) return false;
  }
}

/** MurmurHash3's mixing of a text's code units, 32 bits. */
function fingerprint(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    let word = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    hash ^= word;
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
