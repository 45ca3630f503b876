import { PERSONAL_DATA_TYPES, type Finding } from '../finding.ts';
import { EMPTY_HASH, hashOn, UNIT, unitClass } from './units.ts';

/** What a token is. */
export const TOKEN = { WORD: 0, NUMBER: 1, MARK: 2, LINE: 3, PATTERN: 4 } as const;

/** Most tokens that are looked at together. */
export const MOST_TOKENS = 1_024;
/** From here on, the end of a line ends what is looked at together. */
const ENOUGH_TOKENS = 256;
const LONGEST_TOKEN_UNITS = 64;

/** The tokens of a stretch of text, as parallel lists that are used again for the next stretch. */
export interface Tokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  kind: Uint8Array;
  /** Two hashes of the token as it is written; together they stand for it. */
  hash: Int32Array;
  secondHash: Int32Array;
  /** 1 where nothing stands between this token and the one before. */
  glued: Uint8Array;
  /** Whether any letter is a capital, and whether any is small. */
  upper: boolean;
  lower: boolean;
  /** Which of the patterns comes next; 0 before the first stretch of a text. */
  nextPattern: number;
}

/** Lists for one stretch. */
export function newTokens(): Tokens {
  const list = (): Int32Array => new Int32Array(MOST_TOKENS);
  const small = (): Uint8Array => new Uint8Array(MOST_TOKENS);
  return {
    count: 0,
    start: list(),
    end: list(),
    kind: small(),
    hash: list(),
    secondHash: list(),
    glued: small(),
    upper: false,
    lower: false,
    nextPattern: 0,
  };
}

/**
 * Cuts the text into tokens from a place on, until the lists are full or enough was read at the end of a line.
 * What is told by its form already is one token. @returns where the next stretch starts
 */
export function readTokens(text: string, from: number, patterns: readonly Finding[], into: Tokens): number {
  into.count = 0;
  into.upper = false;
  into.lower = false;
  let next = patterns[into.nextPattern]?.start ?? text.length;
  let lastEnd = -1;
  let at = from;
  while (at < text.length && into.count < MOST_TOKENS) {
    if (at >= next) {
      const { end, type } = patterns[into.nextPattern++] ?? { end: text.length, type: 'URL' as const };
      put(TOKEN.PATTERN, at, end, PERSONAL_DATA_TYPES.indexOf(type), 1);
      at = end;
      next = patterns[into.nextPattern]?.start ?? text.length;
      continue;
    }
    const unit = unitClass(text.charCodeAt(at));
    if (unit === UNIT.SPACE) {
      at++;
    } else if (unit === UNIT.LINE) {
      at = lineEnd(at);
      if (into.count >= ENOUGH_TOKENS) return at;
    } else if (unit === UNIT.OTHER) {
      put(TOKEN.MARK, at, at + 1, text.charCodeAt(at), 3);
      at++;
    } else {
      at = word(at);
    }
  }
  return at;

  function put(kind: number, start: number, end: number, hash: number, second: number): void {
    const index = into.count++;
    into.kind[index] = kind;
    into.start[index] = start;
    into.end[index] = end;
    into.hash[index] = hash;
    into.secondHash[index] = second;
    into.glued[index] = start === lastEnd ? 1 : 0;
    lastEnd = end;
  }

  // One token for the ends of lines and the spaces between them.
  function lineEnd(start: number): number {
    let end = start + 1;
    let lines = 0;
    for (let look = start; look < next; look++) {
      const code = text.charCodeAt(look);
      const unit = unitClass(code);
      if (unit === UNIT.LINE) end = look + 1;
      else if (unit !== UNIT.SPACE) break;
      if (code === 10) lines++;
    }
    put(TOKEN.LINE, start, end, lines > 1 ? 2 : 1, 2);
    return end;
  }

  function word(start: number): number {
    let hash = EMPTY_HASH;
    let second = 0x5bd1e995;
    let numeric = true;
    let end = start;
    const limit = Math.min(next, start + LONGEST_TOKEN_UNITS);
    for (; end < limit; end++) {
      const code = text.charCodeAt(end);
      const unit = unitClass(code);
      if (unit === UNIT.OTHER || unit >= UNIT.SPACE) {
        if (!belongs(code, end, limit)) break;
      } else {
        if (unit !== UNIT.DIGIT) numeric = false;
        if (unit === UNIT.UPPER) into.upper = true;
        else if (unit === UNIT.LOWER) into.lower = true;
      }
      hash = hashOn(hash, code);
      second = Math.imul(second ^ code, 0x5bd1e995) + 0x3c6ef372;
    }
    put(numeric ? TOKEN.NUMBER : TOKEN.WORD, start, end, hash, second | 0);
    return end;
  }

  // An apostrophe within a word, but for the English genitive; and what UTF-8 read as Latin-1 leaves within words.
  function belongs(code: number, place: number, limit: number): boolean {
    if (code === 39 || code === 0x2019) {
      const after = unitClass(text.charCodeAt(place + 1));
      if (place + 1 >= limit || (after !== UNIT.LOWER && after !== UNIT.UPPER)) return false;
      const genitive = (text.charCodeAt(place + 1) | 32) === 115;
      return !genitive || isLetter(unitClass(text.charCodeAt(place + 2)));
    }
    if (code < 0x80 || code > 0xbf) return false;
    const before = text.charCodeAt(place - 1);
    return (before >= 0xc2 && before <= 0xc5) || (before >= 0xce && before <= 0xd1) || before === 0xd8 || before === 0xd9;
  }
}

function isLetter(unit: number): boolean {
  return unit === UNIT.LOWER || unit === UNIT.UPPER || unit === UNIT.CASELESS;
}
