import { FLAG } from '../lexicon/flags.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { STREET_ENDINGS } from './street-endings.ts';
import { TOKEN, type Tokens } from './tokens.ts';
import { EMPTY_HASH, foldedHash, foldUnit, hashOn, mixed, UNIT, unitClass } from './units.ts';

/** How a token looks; letters by their capitals, figures by how many. */
export const SHAPE = {
  LOWER: 0,
  TITLE: 1,
  UPPER: 2,
  INITIAL: 3,
  MIXED: 4,
  CASELESS: 5,
  FIGURE: 6,
  ALPHANUMERIC: 11,
  MARK: 12,
  LINE: 13,
  PATTERN: 14,
  EDGE: 15,
} as const;

/** Shapes are told apart by whether their text has capitals, small letters or both. */
const SHAPES = 16;

/** What is known of each different token seen, by slot; made once per token as written and kept. */
export interface Words {
  used: number;
  flags: Int32Array;
  shape: Uint8Array;
  /** Hash of the folded token. */
  folded: Int32Array;
  /** The folded hash where the token is an ordinary word or a mark; 0 for names and what is unknown: those are told by their looks. */
  identity: Int32Array;
  /** Identity, or flags and shape where there is none. */
  context: Int32Array;
  suffixes: Int32Array;
  /** 1: an ordinary word in small letters among capitals; 2: a mark that such words stand beside. */
  plain: Uint8Array;
  slotOf: (text: string, tokens: Tokens, index: number, mode: number, hidden: boolean) => number;
  forget: () => void;
}

/** How many different tokens are kept at most. */
export const MOST_WORDS = 1 << 14;
/** Suffixes of 2, 3 and 4 units, the prefix of 3, and the length class. */
export const AFFIXES = 5;

/** An empty store. Slot 0 is the edge of the text. */
export function newWords(lexicon: Lexicon, most: number = MOST_WORDS): Words {
  const capacity = most * 2;
  const table = new Int32Array(capacity);
  const keys = new Int32Array(most);
  const secondKeys = new Int32Array(most);
  const words: Words = {
    used: 1,
    flags: new Int32Array(most),
    shape: new Uint8Array(most),
    folded: new Int32Array(most),
    identity: new Int32Array(most),
    context: new Int32Array(most),
    suffixes: new Int32Array(most * AFFIXES),
    plain: new Uint8Array(most),
    slotOf,
    forget() {
      table.fill(0);
      words.used = 1;
    },
  };
  words.shape[0] = SHAPE.EDGE;
  words.identity[0] = 0x51ed270b;
  words.context[0] = 0x51ed270b;
  return words;

  function slotOf(text: string, tokens: Tokens, index: number, mode: number, hidden: boolean): number {
    const kind = tokens.kind[index] ?? 0;
    const key = mixed((tokens.hash[index] ?? 0) ^ Math.imul(kind + 1 + mode * 8 + (hidden ? 64 : 0), 0x9e3779b1));
    const second = (tokens.secondHash[index] ?? 0) ^ kind;
    let place = key & (capacity - 1);
    for (let slot = table[place] ?? 0; slot !== 0; slot = table[place] ?? 0) {
      if (keys[slot] === key && secondKeys[slot] === second) return slot;
      place = (place + 1) & (capacity - 1);
    }
    const slot = words.used++;
    table[place] = slot;
    keys[slot] = key;
    secondKeys[slot] = second;
    describe(slot, text, tokens, index, mode, hidden);
    return slot;
  }

  function describe(slot: number, text: string, tokens: Tokens, index: number, mode: number, hidden: boolean): void {
    const kind = tokens.kind[index] ?? 0;
    const start = tokens.start[index] ?? 0;
    const end = tokens.end[index] ?? 0;
    // Ends of lines and what is told by its form are no words: their kind is all that counts.
    const folded = kind >= TOKEN.LINE ? mixed(kind * 4_096 + (tokens.hash[index] ?? 0)) : foldedHash(text, start, end);
    const shape = shapeOf(text, start, end, kind);
    const known = kind === TOKEN.WORD ? lexicon.flagsOf(folded) : 0;
    let flags = hidden ? known & FLAG.COMMON : known;
    if (kind === TOKEN.WORD && hasStreetEnding(text, start, end)) flags |= FLAG.STREET_ENDING;
    if (kind === TOKEN.WORD && isContraction(text, start, end)) flags |= FLAG.COMMON;
    const ordinary = kind !== TOKEN.WORD || (flags & ORDINARY) !== 0;
    words.flags[slot] = flags;
    words.shape[slot] = shape + SHAPES * mode;
    words.folded[slot] = folded;
    words.identity[slot] = ordinary ? folded : 0;
    words.context[slot] = ordinary ? (words.identity[slot] ?? 0) : mixed(flags ^ Math.imul(shape + 1, 0x9e3779b1));
    const mark = kind === TOKEN.MARK && '.,!?'.includes(text.charAt(start)) ? 2 : 0;
    words.plain[slot] = shape === SHAPE.LOWER && mode === 0 && (flags & NOT_PLAIN) === FLAG.COMMON ? 1 : mark;
    const base = slot * AFFIXES;
    const wordy = kind === TOKEN.WORD;
    words.suffixes[base] = wordy ? affix(text, end - 2, end, 2) : 0;
    words.suffixes[base + 1] = wordy && end - start > 3 ? affix(text, end - 3, end, 3) : 0;
    words.suffixes[base + 2] = wordy && end - start > 4 ? affix(text, end - 4, end, 4) : 0;
    words.suffixes[base + 3] = wordy && end - start > 3 ? affix(text, start, start + 3, 5) : 0;
    words.suffixes[base + 4] = Math.min(end - start, 12);
  }
}

const CONTRACTIONS: ReadonlySet<string> = new Set(['m', 'd', 't', 'll', 're', 've']);
const ORDINARY =
  FLAG.COMMON |
  FLAG.STREET |
  FLAG.UNIT |
  FLAG.COMPANY_SUFFIX |
  FLAG.COMPANY_PART |
  FLAG.HONORIFIC |
  FLAG.NAME_SUFFIX |
  FLAG.PARTICLE |
  FLAG.CALENDAR;
/** Small as they are, words of these kinds can be part of a name or an address. */
const NOT_PLAIN = (ORDINARY & ~FLAG.CALENDAR) | FLAG.STREET_ENDING | FLAG.NATIONALITY | FLAG.COUNTRY | FLAG.STATE;

function affix(text: string, start: number, end: number, code: number): number {
  let hash = hashOn(EMPTY_HASH, code);
  for (let at = Math.max(start, 0); at < end; at++) hash = hashOn(hash, foldUnit(text.charCodeAt(at)));
  return mixed(hash);
}

function shapeOf(text: string, start: number, end: number, kind: number): number {
  if (kind === TOKEN.NUMBER) return SHAPE.FIGURE + Math.min(end - start, 5) - 1;
  if (kind === TOKEN.MARK) return SHAPE.MARK;
  if (kind === TOKEN.LINE) return SHAPE.LINE;
  if (kind === TOKEN.PATTERN) return SHAPE.PATTERN;
  let upper = 0;
  let lower = 0;
  let first = 0;
  for (let at = start; at < end; at++) {
    const unit = unitClass(text.charCodeAt(at));
    if (at === start) first = unit;
    if (unit === UNIT.UPPER) upper++;
    else if (unit === UNIT.LOWER) lower++;
    else if (unit === UNIT.DIGIT) return SHAPE.ALPHANUMERIC;
  }
  if (upper === 0) return lower === 0 ? SHAPE.CASELESS : SHAPE.LOWER;
  if (lower === 0) return upper === 1 ? SHAPE.INITIAL : SHAPE.UPPER;
  return first === UNIT.UPPER && upper === 1 ? SHAPE.TITLE : SHAPE.MIXED;
}

// I'm, you'd, don't, we'll.
function isContraction(text: string, start: number, end: number): boolean {
  for (let at = Math.max(end - 3, start + 1); at < end - 1; at++) {
    const code = text.charCodeAt(at);
    if ((code === 39 || code === 0x2019) && CONTRACTIONS.has(text.slice(at + 1, end).toLowerCase())) return true;
  }
  return false;
}

// The ending must leave something of a name in front of it.
function hasStreetEnding(text: string, start: number, end: number): boolean {
  for (const ending of STREET_ENDINGS) {
    const from = end - ending.length;
    if (from - start < 3) continue;
    let at = 0;
    while (at < ending.length && foldUnit(text.charCodeAt(from + at)) === ending.charCodeAt(at)) at++;
    if (at === ending.length) return true;
  }
  return false;
}
