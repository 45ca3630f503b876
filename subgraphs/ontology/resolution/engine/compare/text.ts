import { similarWords } from '../text/similar.ts';
import type { PreparedRecord, PreparedValue } from '../prepare.ts';
import type { FieldKind } from '../types.ts';
import type { Likeness } from './likeness.ts';

/** Bits of information a word carries. */
export type Bits = (word: string) => number;

const LEAST_LIKE = 0.55;
// What stands in another field of the other record is neither agreed nor missing.
const ELSEWHERE = 0.15;
// A word of the same kind of field in another one: nearly as good as in its own.
const EXCHANGED = 0.85;
const EXCHANGED_LIKE = 0.7;
// How much it counts that the shorter text lies within the longer.
const WITHIN = 0.3;
const LEAST_ACRONYM = 2;

/**
 * Soft TF-IDF: words are paired off with the likest words of the other side, and the share of information paired is the likeness.
 * Acronyms pair with the words they stand for, words written together with their parts; a word that the other record holds in another
 * field hardly counts.
 */
export function compareText(
  a: PreparedValue,
  b: PreparedValue,
  bits: Bits,
  recordA: PreparedRecord,
  recordB: PreparedRecord,
  kind: FieldKind,
): Likeness {
  const left = a.tokens;
  const right = b.tokens;
  const pairedLeft = new Float64Array(left.length);
  const pairedRight = new Float64Array(right.length);
  pairEqual(left, right, pairedLeft, pairedRight);
  pairJoined(left, right, pairedLeft, pairedRight);
  pairJoined(right, left, pairedRight, pairedLeft);
  pairAcronyms(left, right, pairedLeft, pairedRight);
  pairAcronyms(right, left, pairedRight, pairedLeft);
  pairSimilar(left, right, pairedLeft, pairedRight);
  pairExchanged(left, pairedLeft, recordB.exchangeable.get(kind));
  pairExchanged(right, pairedRight, recordA.exchangeable.get(kind));
  const one = agreement(left, pairedLeft, bits, recordB);
  const other = agreement(right, pairedRight, bits, recordA);
  const both = one.all + other.all === 0 ? 0 : (one.agreed + other.agreed) / (one.all + other.all);
  const within = Math.max(one.all === 0 ? 0 : one.agreed / one.all, other.all === 0 ? 0 : other.agreed / other.all);
  const likeness = both * (1 - WITHIN) + within * WITHIN;
  return { likeness: a.squashed === b.squashed ? 1 : Math.min(likeness, 0.99), bits: (one.bits + other.bits) / 2 };
}

// Information squared, as in a cosine of TF-IDF: the rarest words decide.
function agreement(
  tokens: readonly string[],
  paired: Float64Array,
  bits: Bits,
  other: PreparedRecord,
): { agreed: number; all: number; bits: number } {
  let agreed = 0;
  let all = 0;
  let information = 0;
  for (const [index, token] of tokens.entries()) {
    const own = bits(token);
    const likeness = paired[index] ?? 0;
    agreed += own * own * likeness;
    all += likeness === 0 && other.words.has(token) ? own * own * ELSEWHERE : own * own;
    information += own * likeness;
  }
  return { agreed, all, bits: information };
}

function pairEqual(left: readonly string[], right: readonly string[], pairedLeft: Float64Array, pairedRight: Float64Array): void {
  for (const [index, token] of left.entries()) {
    let at = right.indexOf(token);
    while (at >= 0 && pairedRight[at] !== 0) at = right.indexOf(token, at + 1);
    if (at < 0) continue;
    pairedLeft[index] = 1;
    pairedRight[at] = 1;
  }
}

// "micro soft" and "microsoft".
function pairJoined(parts: readonly string[], wholes: readonly string[], pairedParts: Float64Array, pairedWholes: Float64Array): void {
  for (let index = 0; index + 1 < parts.length; index += 1) {
    if (pairedParts[index] !== 0 || pairedParts[index + 1] !== 0) continue;
    const at = wholes.indexOf(`${parts[index] ?? ''}${parts[index + 1] ?? ''}`);
    if (at < 0 || pairedWholes[at] !== 0) continue;
    pairedParts[index] = 1;
    pairedParts[index + 1] = 1;
    pairedWholes[at] = 1;
  }
}

// "nsw" and "new south wales".
function pairAcronyms(short: readonly string[], long: readonly string[], pairedShort: Float64Array, pairedLong: Float64Array): void {
  for (const [index, token] of short.entries()) {
    const { length } = token;
    if (pairedShort[index] !== 0 || length < LEAST_ACRONYM || length > 6 || length > long.length) continue;
    for (let start = 0; start + length <= long.length; start += 1) {
      let fits = true;
      for (let offset = 0; offset < length && fits; offset += 1) {
        fits = pairedLong[start + offset] === 0 && (long[start + offset] ?? '').startsWith(token.charAt(offset));
      }
      if (!fits) continue;
      pairedShort[index] = 0.9;
      pairedLong.fill(0.9, start, start + length);
      break;
    }
  }
}

// Given and family name exchanged, or lines of an address.
function pairExchanged(tokens: readonly string[], paired: Float64Array, others: readonly string[] | undefined): void {
  if (others === undefined) return;
  for (const [index, token] of tokens.entries()) {
    if (paired[index] !== 0) continue;
    let best = 0;
    for (const other of others) best = Math.max(best, similarWords(token, other));
    if (best > EXCHANGED_LIKE) paired[index] = best * EXCHANGED;
  }
}

function pairSimilar(left: readonly string[], right: readonly string[], pairedLeft: Float64Array, pairedRight: Float64Array): void {
  for (const [index, token] of left.entries()) {
    if (pairedLeft[index] !== 0) continue;
    let best = LEAST_LIKE;
    let at = -1;
    for (const [position, other] of right.entries()) {
      if (pairedRight[position] !== 0) continue;
      const likeness = similarWords(token, other);
      if (likeness > best) [best, at] = [likeness, position];
    }
    if (at < 0) continue;
    pairedLeft[index] = best;
    pairedRight[at] = best;
  }
}
