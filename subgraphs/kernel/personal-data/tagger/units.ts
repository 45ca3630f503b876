/** Units below this have their class and folded form in tables; all letters with case in Latin, Greek, Cyrillic and Armenian are. */
const TABLED = 0x590;

/** What a unit is. */
export const UNIT = { OTHER: 0, LOWER: 1, UPPER: 2, CASELESS: 3, DIGIT: 4, SPACE: 5, LINE: 6 } as const;

const classes = new Uint8Array(TABLED);
const folded = new Uint16Array(TABLED);
for (let code = 0; code < TABLED; code++) {
  const unit = String.fromCharCode(code);
  classes[code] = classOf(unit, code);
  folded[code] = fold(unit).charCodeAt(0);
}

/** The class of a unit, one of UNIT. */
export function unitClass(code: number): number {
  if (code < TABLED) return classes[code] ?? UNIT.OTHER;
  if ((code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000) return UNIT.SPACE;
  if (code >= 0x1e00 && code <= 0x1eff) return (code & 1) === 0 ? UNIT.UPPER : UNIT.LOWER;
  return (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3001 && code <= 0x3020) || code >= 0xfe00 ? UNIT.OTHER : UNIT.CASELESS;
}

/** The unit in lower case without marks, digits all as 0: one form for all spellings of a word. */
export function foldUnit(code: number): number {
  if (code < TABLED) return folded[code] ?? code;
  return code >= 0x1e00 && code <= 0x1eff ? fold(String.fromCharCode(code)).charCodeAt(0) : code;
}

/** Hash of no units yet. */
export const EMPTY_HASH = 0x811c9dc5 | 0;

/** The hash of the units so far and one more (FNV-1a on 16 bits). */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Spreads a hash over all bits, so that any of them may be taken. */
export function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return value ^ (value >>> 15);
}

/** The hash of a stretch of text in its folded form, combining marks left out. */
export function foldedHash(text: string, start: number, end: number): number {
  let hash = EMPTY_HASH;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x300 || code > 0x36f) hash = hashOn(hash, foldUnit(code));
  }
  return mixed(hash);
}

/** The hash of words one after the other, given that of the words so far. */
export function hashPhrase(words: number, next: number): number {
  return mixed(Math.imul(words, 0x85ebca6b) ^ next);
}

function fold(unit: string): string {
  if (unit >= '0' && unit <= '9') return '0';
  const plain = unit.toLowerCase().normalize('NFD').charAt(0);
  return { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i', ς: 'σ' }[plain] ?? plain;
}

function classOf(unit: string, code: number): number {
  if (code === 10 || code === 13 || code === 0x85) return UNIT.LINE;
  if (code <= 32 || code === 0xa0) return UNIT.SPACE;
  if (code >= 48 && code <= 57) return UNIT.DIGIT;
  if (code >= 0x300 && code < 0x370) return UNIT.LOWER;
  if (unit.toLowerCase() !== unit) return UNIT.UPPER;
  if (unit.toUpperCase() !== unit) return UNIT.LOWER;
  return /\p{L}/u.test(unit) && code > 0xaa && code !== 0xba ? UNIT.CASELESS : UNIT.OTHER;
}
