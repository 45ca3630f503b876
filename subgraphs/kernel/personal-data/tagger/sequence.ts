import { FLAG } from '../lexicon/flags.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { MOST_TOKENS, TOKEN, type Tokens } from './tokens.ts';
import { hashPhrase } from './units.ts';
import { SHAPE, type Words } from './words.ts';

const LONGEST_PHRASE_TOKENS = 6;
const FAR_IN_LINE = 4;
/** Kinds of phrases of several words, each with a number for its first and one for its further words. */
const PHRASES = [
  [FLAG.CITY, 1],
  [FLAG.COUNTRY, 3],
  [FLAG.COMPANY, 5],
  [FLAG.STATE, 7],
  [FLAG.NATIONALITY, 9],
] as const;

/** A stretch of tokens as the features see it. */
export interface Sequence {
  count: number;
  /** The slot of each token, with two edges before and two behind. */
  slots: Int32Array;
  /** What phrase of the lexicon a token is in, and whether first or further. */
  phrase: Uint8Array;
  /** How many tokens of its line stand before it, at most 4. */
  linePlace: Uint8Array;
  glued: Uint8Array;
  /** 1 where nothing can be: what is told by its form, and ordinary words among ordinary words. */
  idle: Uint8Array;
}

/** An empty one. */
export function newSequence(): Sequence {
  return {
    count: 0,
    slots: new Int32Array(MOST_TOKENS + 4),
    phrase: new Uint8Array(MOST_TOKENS),
    linePlace: new Uint8Array(MOST_TOKENS),
    glued: new Uint8Array(MOST_TOKENS + 1),
    idle: new Uint8Array(MOST_TOKENS),
  };
}

/** Looks every token up. @param hidden 1 for tokens that are to be taken for unknown; for training */
export function readSequence(
  text: string,
  tokens: Tokens,
  words: Words,
  lexicon: Lexicon,
  into: Sequence,
  hidden: Uint8Array | null,
): void {
  const count = tokens.count;
  const mode = !tokens.upper ? 1 : !tokens.lower ? 2 : 0;
  into.count = count;
  into.slots[0] = 0;
  into.slots[1] = 0;
  into.slots[count + 2] = 0;
  into.slots[count + 3] = 0;
  into.glued[count] = 0;
  let place = 0;
  for (let index = 0; index < count; index++) {
    into.slots[index + 2] = words.slotOf(text, tokens, index, mode, hidden !== null && hidden[index] === 1);
    into.phrase[index] = 0;
    into.glued[index] = tokens.glued[index] ?? 0;
    into.linePlace[index] = place;
    place = tokens.kind[index] === TOKEN.LINE ? 0 : Math.min(place + 1, FAR_IN_LINE);
  }
  for (let index = 0; index < count; index++) {
    const among = plainAt(index + 2) === 1 && plainAt(index + 1) !== 0 && plainAt(index + 3) !== 0;
    into.idle[index] = among || tokens.kind[index] === TOKEN.PATTERN ? 1 : 0;
  }
  for (let index = 0; index < count; index++) {
    const slot = into.slots[index + 2] ?? 0;
    if (((words.flags[slot] ?? 0) & FLAG.PHRASE_START) === 0 || words.shape[slot] === SHAPE.LOWER) continue;
    const length = markPhrase(index, tokens, words, lexicon, into);
    index += Math.max(length - 1, 0);
  }

  function plainAt(place: number): number {
    return words.plain[into.slots[place] ?? 0] ?? 0;
  }
}

// The longest phrase of the lexicon that starts here.
function markPhrase(first: number, tokens: Tokens, words: Words, lexicon: Lexicon, into: Sequence): number {
  let hash = words.folded[into.slots[first + 2] ?? 0] ?? 0;
  let length = 0;
  let kind = 0;
  const last = Math.min(into.count, first + LONGEST_PHRASE_TOKENS);
  for (let index = first + 1; index < last; index++) {
    if ((tokens.kind[index] ?? 0) >= TOKEN.LINE) break;
    hash = hashPhrase(hash, words.folded[into.slots[index + 2] ?? 0] ?? 0);
    const flags = lexicon.flagsOf(hash);
    if (flags === 0) continue;
    length = index - first + 1;
    kind = PHRASES.find(([flag]) => (flags & flag) !== 0)?.[1] ?? 0;
  }
  for (let index = 0; kind !== 0 && index < length; index++) into.phrase[first + index] = index === 0 ? kind : kind + 1;
  return length;
}
