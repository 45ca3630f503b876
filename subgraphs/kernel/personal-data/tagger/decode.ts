import { CONTINUES, FREE_TAGS, TAG_COUNT } from './tags.ts';
import { MOST_TOKENS } from './tokens.ts';

const NEVER = -1_000_000_000;
/** A tag this far behind the best one is given up; transitions differ by far less. */
const BEAM = 600;

/** The best sequence of tags, found by Viterbi's algorithm, and the memory it needs. */
export interface Decoder {
  /** The scores of each token's tags, to be filled before decoding. */
  scores: Int32Array;
  /** The tags found. */
  tags: Uint8Array;
  /** @param idle 1 for tokens that are nothing, whatever their scores */
  decode: (count: number, idle: Uint8Array) => void;
}

/** A decoder. @param transitions from tag to tag, the last row from the start */
export function newDecoder(transitions: Int16Array): Decoder {
  const scores = new Int32Array(MOST_TOKENS * TAG_COUNT);
  const tags = new Uint8Array(MOST_TOKENS);
  const cameFrom = new Uint8Array(MOST_TOKENS * TAG_COUNT);
  let reached = new Int32Array(TAG_COUNT);
  let next = new Int32Array(TAG_COUNT);
  const free = Uint8Array.from(FREE_TAGS);
  const continues = Uint8Array.from(CONTINUES.flat());
  const live = new Uint8Array(TAG_COUNT);
  let liveCount = 0;
  return { scores, tags, decode };

  function decode(count: number, idle: Uint8Array): void {
    if (count === 0) return;
    reached.fill(NEVER);
    if (idle[0] === 1) reached[0] = 0;
    else for (const tag of free) reached[tag] = (scores[tag] ?? 0) + (transitions[TAG_COUNT * TAG_COUNT + tag] ?? 0);
    for (let index = 1; index < count; index++) {
      const row = index * TAG_COUNT;
      narrow();
      if (idle[index] === 1) {
        passNothing(row);
        continue;
      }
      for (let item = 0; item < free.length; item++) {
        const tag = free[item] ?? 0;
        let best = NEVER * 2;
        let from = 0;
        for (let entry = 0; entry < liveCount; entry++) {
          const previous = live[entry] ?? 0;
          const score = (reached[previous] ?? 0) + (transitions[previous * TAG_COUNT + tag] ?? 0);
          if (score > best) {
            best = score;
            from = previous;
          }
        }
        next[tag] = best + (scores[row + tag] ?? 0);
        cameFrom[row + tag] = from;
      }
      for (let item = 0; item < continues.length; item += 2) {
        const first = continues[item] ?? 0;
        const further = continues[item + 1] ?? 0;
        const fromFirst = (reached[first] ?? 0) + (transitions[first * TAG_COUNT + further] ?? 0);
        const fromFurther = (reached[further] ?? 0) + (transitions[further * TAG_COUNT + further] ?? 0);
        next[further] = (fromFirst > fromFurther ? fromFirst : fromFurther) + (scores[row + further] ?? 0);
        cameFrom[row + further] = fromFirst > fromFurther ? first : further;
      }
      const spare = reached;
      reached = next;
      next = spare;
    }
    let tag = 0;
    for (let candidate = 1; candidate < TAG_COUNT; candidate++) if ((reached[candidate] ?? 0) > (reached[tag] ?? 0)) tag = candidate;
    for (let index = count - 1; index >= 0; index--) {
      tags[index] = tag;
      tag = cameFrom[index * TAG_COUNT + tag] ?? 0;
    }
  }
  // Nothing is here: all sequences end in the same tag.
  function passNothing(row: number): void {
    let best = NEVER * 2;
    let from = 0;
    for (let entry = 0; entry < liveCount; entry++) {
      const previous = live[entry] ?? 0;
      const score = (reached[previous] ?? 0) + (transitions[previous * TAG_COUNT] ?? 0);
      if (score > best) {
        best = score;
        from = previous;
      }
    }
    reached.fill(NEVER);
    reached[0] = best;
    cameFrom[row] = from;
  }

  // The tags that the best sequence can still have come through.
  function narrow(): void {
    let best = NEVER;
    for (let tag = 0; tag < TAG_COUNT; tag++) if ((reached[tag] ?? 0) > best) best = reached[tag] ?? 0;
    liveCount = 0;
    for (let tag = 0; tag < TAG_COUNT; tag++) if ((reached[tag] ?? 0) > best - BEAM) live[liveCount++] = tag;
  }
}
