import { FLAG_BITS } from '../lexicon/flags.ts';
import type { Sequence } from './sequence.ts';
import { AFFIXES, type Words } from './words.ts';
import { mixed } from './units.ts';

/** How many rows of weights there are; features fall into them by their hash. */
export const ROWS = 1 << 17;
/** How far around a token words count: two to the left, two to the right. */
export const OFFSETS = 5;
/** Most features that one word has at one offset. */
export const MOST_WORD_FEATURES = FLAG_BITS + 12;
/** How many features a place has that come from more than one word. */
export const PLACE_FEATURES = 12;

/** The row of the weights that a feature uses. */
function row(code: number, value: number): number {
  return mixed(Math.imul(value ^ Math.imul(code, 0x9e3779b1), 0x85ebca6b) + code) & (ROWS - 1);
}

/**
 * The features of a word as it counts for a token near it. @param offset 0 … 4: the word stands that many places, less two, to the
 * right @param out the rows are put here @returns how many
 */
export function wordFeatures(words: Words, slot: number, offset: number, out: Int32Array): number {
  let count = 0;
  const put = (code: number, value: number): void => {
    out[count++] = row(code * OFFSETS + offset, value);
  };
  const identity = words.identity[slot] ?? 0;
  const shape = words.shape[slot] ?? 0;
  const flags = words.flags[slot] ?? 0;
  if (identity !== 0) put(1, identity);
  put(2, shape);
  put(3, mixed(flags) ^ shape);
  if (identity !== 0 && offset === 2) put(9, identity ^ Math.imul(shape + 1, 0x2c1b3c6d));
  if (offset === 0 || offset === 4) return count;
  for (let bit = 0; bit < FLAG_BITS; bit++) if ((flags & (1 << bit)) !== 0) put(32 + bit, 1);
  if (offset !== 2) return count;
  for (let affix = 0; affix < AFFIXES; affix++) {
    const value = words.suffixes[slot * AFFIXES + affix] ?? 0;
    if (value !== 0) put(10 + affix, affix < AFFIXES - 1 ? value : value * 64 + shape);
  }
  return count;
}

/** The features of a token that come from several words at once. @param out the rows, always PLACE_FEATURES of them */
export function placeFeatures(sequence: Sequence, words: Words, at: number, out: Int32Array): void {
  const slots = sequence.slots;
  const before2 = slots[at] ?? 0;
  const before = slots[at + 1] ?? 0;
  const here = slots[at + 2] ?? 0;
  const after = slots[at + 3] ?? 0;
  const after2 = slots[at + 4] ?? 0;
  const shape = words.shape[here] ?? 0;
  const shapeBefore = words.shape[before] ?? 0;
  const shapeAfter = words.shape[after] ?? 0;
  const flags = words.flags[here] ?? 0;
  const flagsBefore = words.flags[before] ?? 0;
  const flagsAfter = words.flags[after] ?? 0;
  const left2 = words.context[before2] ?? 0;
  const left = words.context[before] ?? 0;
  const right = words.context[after] ?? 0;
  const right2 = words.context[after2] ?? 0;
  const glue = (sequence.glued[at] ?? 0) * 2 + (sequence.glued[at + 1] ?? 0);
  out[0] = row(501, (shapeBefore << 16) ^ (shape << 8) ^ shapeAfter);
  out[1] = row(502, mixed(flags) + flagsAfter);
  out[2] = row(503, mixed(flagsBefore) + flags);
  out[3] = row(504, left ^ Math.imul(shape + 1, 0x2c1b3c6d));
  out[4] = row(505, mixed(left) + right);
  out[5] = row(506, mixed(left2) + left);
  out[6] = row(507, ((sequence.phrase[at] ?? 0) << 8) + shape);
  out[7] = row(508, (words.context[here] ?? 0) ^ glue);
  out[8] = row(509, right ^ Math.imul(shape + 1, 0x2c1b3c6d));
  out[9] = row(510, ((sequence.linePlace[at] ?? 0) << 8) + shape);
  out[10] = row(511, mixed(right) + right2);
  out[11] = row(
    512,
    mixed(mixed(shapeBefore ^ (shapeAfter << 8) ^ (shape << 16)) ^ (words.shape[before2] ?? 0)) + ((words.shape[after2] ?? 0) << 8) + glue,
  );
}
