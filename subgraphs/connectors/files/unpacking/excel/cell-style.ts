/** What a number stands for, as its format shows it. */
export type CellStyle = { kind: 'NUMBER' } | { kind: 'DATE' } | { kind: 'TIME' } | { kind: 'PERCENT' } | { kind: 'MONEY'; sign: string };

const NUMBER: CellStyle = { kind: 'NUMBER' };
/** Formats that every Excel has without writing them down. ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are dates of East Asia. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const isBuiltInTime = (id: number): boolean => (id >= 18 && id <= 21) || (id >= 45 && id <= 47);
const SIGNS = /[$€£¥₹₽₩₺₴₪₫฿₱]/u;

/** What numbers with this format are; `code` is null for formats that come with Excel. */
export function styleOf(id: number, code: string | null): CellStyle {
  if (code === null) {
    if (isBuiltInDate(id)) return { kind: 'DATE' };
    if (isBuiltInTime(id)) return { kind: 'TIME' };
    return id === 9 || id === 10 ? { kind: 'PERCENT' } : NUMBER;
  }
  // The first section is that of positive numbers. What is quoted, escaped or in brackets is no part of the pattern, but a currency may stand there.
  const [first = ''] = code.split(';');
  const inBrackets = /\[\$([^\]-]*)/u.exec(first)?.[1] ?? '';
  const pattern = first.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '').toLowerCase();
  if (/[dy]|mmm/u.test(pattern)) return { kind: 'DATE' };
  if (/[hs]/u.test(pattern)) return { kind: 'TIME' };
  if (/\bm+\b/u.test(pattern) && !/[0#]/u.test(pattern)) return { kind: 'DATE' };
  if (pattern.includes('%')) return { kind: 'PERCENT' };
  const sign = SIGNS.exec(inBrackets)?.[0] ?? SIGNS.exec(first.replaceAll(/\[[^\]]*\]/gu, ''))?.[0] ?? null;
  return sign === null ? NUMBER : { kind: 'MONEY', sign };
}

const DAY_MS = 86_400_000;
/** Day 0 of the two calendars. Excel takes 1900 for a leap year: days before its 29 February are one later. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_466;

/** A number as the text that a person sees in the cell, written as other files write it; the number itself where it is no date. */
export function numberText(raw: string, style: CellStyle, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || Number.isNaN(value)) return raw;
  switch (style.kind) {
    case 'DATE':
    case 'TIME':
      return dateText(value, style.kind, from1904) ?? String(value);
    case 'PERCENT':
      return `${Number((value * 100).toPrecision(15))}%`;
    case 'MONEY':
      return value < 0 ? `-${style.sign}${-value}` : `${style.sign}${value}`;
    case 'NUMBER':
      return String(value);
  }
}

function dateText(days: number, kind: 'DATE' | 'TIME', from1904: boolean): string | null {
  if (days < 0 || days >= LAST_DAY) return null;
  const whole = Math.floor(days);
  // Moments are kept to the millisecond: days with a fraction are not exact.
  const ms = Math.round((days - whole) * DAY_MS);
  const clock = new Date(ms).toISOString().slice(11, ms % 1000 === 0 ? 19 : 23);
  if (whole === 0 && (kind === 'TIME' || (ms > 0 && !from1904))) return clock;
  if (whole === 0 && !from1904) return null;
  const shifted = !from1904 && whole < 60 ? whole + 1 : whole;
  const date = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + shifted * DAY_MS + (ms === DAY_MS ? DAY_MS : 0)).toISOString().slice(0, 10);
  return ms === 0 || ms === DAY_MS ? date : `${date} ${clock}`;
}
