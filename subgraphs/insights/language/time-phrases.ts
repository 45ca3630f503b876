import { addDays, labelOf, periodOf } from './calendar.ts';
import { keywordOf } from './keywords.ts';
import { numberWord } from './number-words.ts';
import { relativePhrase } from './relative-time.ts';
import { grainPhrase, partsPhrase } from './time-grains.ts';
import { lower, partRange, range, skipWords, withYear, yearRange } from './time-range.ts';
import type { Cursor, TimePhrase } from './time-range.ts';
import type { RawToken } from './tokenize.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const ORDINALS: Record<string, number> = { first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4 };
/** 1…12 for a month's name or its usual abbreviation; null otherwise. */
function monthOf(token: RawToken | undefined): number | null {
  if (token?.kind !== 'word' || token.lower.length < 3) return null;
  const index = MONTHS.findIndex(
    (month) =>
      month === token.lower ||
      (month.slice(0, 3) === token.lower && token.lower !== 'mar' && token.lower !== 'may') ||
      (month === 'september' && token.lower === 'sept'),
  );
  return index < 0 ? (token.text === 'Mar' ? 3 : null) : index + 1;
}

/** A four-digit calendar year. */
function yearOf(token: RawToken | undefined): number | null {
  if (token === undefined || (token.kind !== 'number' && token.kind !== 'word') || !/^(?:19|20)\d\d$/.test(token.text)) return null;
  return Number(token.text);
}

/** `24` as people write 2024 in short: of a century's first decades only. */
function shortYearOf(token: RawToken | undefined): number | null {
  const digits = token?.kind === 'number' && token.plain ? /^(?:1[5-9]|[23]\d)$/.exec(token.text)?.[0] : undefined;
  return digits === undefined ? null : 2000 + Number(digits);
}

/** `[of|in|,] 2017` behind a part of a year; `24` where nothing stands between. */
function trailingYear(cursor: Cursor, offset: number): { year: number | null; length: number } {
  const after = skipWords(cursor, offset, ['of', 'in', 'for', 'year', 'fy']);
  const token = cursor.tokens[cursor.at + after];
  const year = yearOf(token) ?? (after === offset ? shortYearOf(token) : null);
  return year === null ? { year: null, length: offset } : { year, length: after + 1 };
}

function monthPhrase(cursor: Cursor): TimePhrase | null {
  const token = cursor.tokens[cursor.at];
  const month = monthOf(token);
  if (month === null || token === undefined) {
    // `5 March 2017`
    const day = token?.kind === 'number' || token?.kind === 'word' ? /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token.lower)?.[1] : undefined;
    const offset = skipWords(cursor, 1, ['of']);
    const next = monthOf(cursor.tokens[cursor.at + offset]);
    const year = yearOf(cursor.tokens[cursor.at + offset + 1]);
    if (day === undefined || next === null || year === null) return null;
    return dayPhrase(year, next, Number(day), offset + 2);
  }
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(lower(cursor, 1))?.[1];
  const dayYear = yearOf(cursor.tokens[cursor.at + 2]);
  if (day !== undefined && Number(day) <= 31 && dayYear !== null) return dayPhrase(dayYear, month, Number(day), 3);
  const { year, length } = trailingYear(cursor, 1);
  // `may` is a verb and `march` a walk, unless something says month.
  const before = cursor.tokens[cursor.at - 1]?.lower ?? '';
  const plain = token.lower === 'may' || token.lower === 'march';
  const ends = cursor.at > 0 && cursor.tokens[cursor.at + 1] === undefined;
  if (
    year === null &&
    plain &&
    !ends &&
    ![
      'in',
      'during',
      'since',
      'for',
      'until',
      'and',
      'to',
      'from',
      'between',
      'after',
      'before',
      'vs',
      'of',
      'last',
      'this',
      'by',
    ].includes(before) &&
    !/^[A-Z]/.test(token.text)
  )
    return null;
  return { kind: 'range', range: partRange('month', month, year), length };
}

function dayPhrase(year: number, month: number, day: number, length: number): TimePhrase | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (Number.isNaN(Date.parse(iso)) || day > 31 || day < 1) return null;
  return { kind: 'range', range: range(iso, addDays(iso, 1), iso), length };
}

function quarterPhrase(cursor: Cursor): TimePhrase | null {
  const short = /^([qh])([1-4])(?:((?:19|20)?\d\d))?$/.exec(lower(cursor, 0));
  if (short !== null && !(short[1] === 'h' && Number(short[2]) > 2)) {
    const grain = short[1] === 'q' ? 'quarter' : 'half';
    const said = short[3] === undefined ? null : Number(short[3].length === 2 ? `20${short[3]}` : short[3]);
    const { year, length } = said === null ? trailingYear(cursor, 1) : { year: said, length: 1 };
    return { kind: 'range', range: partRange(grain, Number(short[2]), year), length };
  }
  const year = yearOf(cursor.tokens[cursor.at]);
  const behind = /^([qh])([1-4])$/.exec(lower(cursor, 1));
  if (year !== null && behind !== null)
    return { kind: 'range', range: partRange(behind[1] === 'q' ? 'quarter' : 'half', Number(behind[2]), year), length: 2 };
  const ordinal = Object.hasOwn(ORDINALS, lower(cursor, 0)) ? ORDINALS[lower(cursor, 0)] : undefined;
  const unit = lower(cursor, 1);
  if (ordinal === undefined || (unit !== 'quarter' && unit !== 'half') || (unit === 'half' && ordinal > 2)) return null;
  const trailing = trailingYear(cursor, 2);
  return { kind: 'range', range: partRange(unit, ordinal, trailing.year), length: trailing.length };
}

/** `deal size 23`: a short year is one at the very end, or in front of what it is compared with, right behind the thing it is asked of. */
function endsShort(cursor: Cursor): boolean {
  const before = cursor.tokens[cursor.at - 1];
  const after = cursor.tokens[cursor.at + 1];
  if (before?.kind !== 'word' || (after !== undefined && !/^(?:vs|versus|against|compared|by|per)$/.test(after.lower))) return false;
  const keyword = keywordOf(before.lower);
  return (
    (keyword === null || keyword.word === 'filler' || keyword.word === 'versus' || keyword.word === 'trend') &&
    !/^(?:a|an|the|have|has|had|worth|number)$/.test(before.lower)
  );
}

/** `first 3 months of 2024`, `last 2 quarters of 2023`: a part of a named year by its units. */
function unitsOfYear(cursor: Cursor): TimePhrase | null {
  const side = /^(?:the )?(first|last)$/.exec(lower(cursor, 0))?.[1];
  const count = numberWord(lower(cursor, 1)) ?? (/^\d{1,2}$/.test(lower(cursor, 1)) ? Number(lower(cursor, 1)) : null);
  const unit = /^(week|month|quarter)s?$/.exec(lower(cursor, 2))?.[1] as 'week' | 'month' | 'quarter' | undefined;
  const { year, length } = trailingYear(cursor, 3);
  if (side === undefined || count === null || count < 1 || unit === undefined || year === null || !['of', 'in'].includes(lower(cursor, 3)))
    return null;
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`];
  const [start, end] = side === 'first' ? [from, periodOf(unit, from, count)] : [periodOf(unit, to, -count), to];
  return { kind: 'range', range: range(start, end, labelOf(start, end)), length };
}

/** `fiscal Q1 2025`, `last fiscal year`: by the tenant's own fiscal calendar. */
function fiscalPhrase(cursor: Cursor): TimePhrase | null {
  const back = ['this', 'current'].includes(lower(cursor, 0)) ? 0 : ['last', 'previous', 'prior'].includes(lower(cursor, 0)) ? 1 : null;
  const unit = (['year', 'quarter'] as const).find((each) => each === lower(cursor, 2));
  if (back !== null && lower(cursor, 1) === 'fiscal' && unit !== undefined) {
    const label = `${back === 0 ? 'this' : 'last'} ${unit}`;
    const calendar = relativePhrase({ ...cursor, tokens: cursor.tokens.toSpliced(cursor.at + 1, 1) });
    if (calendar?.kind !== 'range') return null;
    return { kind: 'range', range: { ...calendar.range, label, fiscal: { unit, back } }, length: 3 };
  }
  if (lower(cursor, 0) !== 'fiscal') return null;
  const inner = basicRange({ ...cursor, at: cursor.at + 1 });
  return inner?.kind === 'range' ? { ...inner, range: { ...inner.range, fiscal: 'ABSOLUTE' }, length: inner.length + 1 } : null;
}

function basicRange(cursor: Cursor): TimePhrase | null {
  const fiscal = fiscalPhrase(cursor);
  if (fiscal !== null) return fiscal;
  const found = unitsOfYear(cursor) ?? relativePhrase(cursor) ?? quarterPhrase(cursor) ?? monthPhrase(cursor);
  if (found !== null) return found;
  const token = cursor.tokens[cursor.at];
  if (token?.kind === 'date') return { kind: 'range', range: range(token.iso, addDays(token.iso, 1), token.iso), length: 1 };
  const offset = skipWords(cursor, 0, ['year', 'fy', 'cy']);
  const next = cursor.tokens[cursor.at + offset];
  const joinedYear = /^(?:fy|cy)(\d{2}|(?:19|20)\d\d)$/.exec(lower(cursor, 0))?.[1];
  if (joinedYear !== undefined) {
    const year = yearRange(joinedYear.length === 2 ? 2000 + Number(joinedYear) : Number(joinedYear));
    return { kind: 'range', range: lower(cursor, 0).startsWith('fy') ? { ...year, fiscal: 'ABSOLUTE' } : year, length: 1 };
  }
  const year = yearOf(next) ?? (offset > 0 || endsShort(cursor) ? shortYearOf(next) : null);
  if (year !== null) {
    const said = yearRange(year);
    return { kind: 'range', range: lower(cursor, 0) === 'fy' ? { ...said, fiscal: 'ABSOLUTE' } : said, length: offset + 1 };
  }
  return null;
}

function joined(cursor: Cursor): TimePhrase | null {
  const opener = lower(cursor, 0);
  if (!['between', 'from'].includes(opener)) return null;
  const first = basicRange({ ...cursor, at: cursor.at + 1 });
  if (first?.kind !== 'range') return null;
  const middle = lower(cursor, 1 + first.length);
  if (!['and', 'to', 'until', 'till', 'through'].includes(middle)) return null;
  const second = basicRange({ ...cursor, at: cursor.at + 2 + first.length });
  if (second?.kind !== 'range') return null;
  const left =
    first.range.yearless !== null && second.range.from !== null
      ? withYear(first.range, Number(second.range.from.slice(0, 4)))
      : first.range;
  if (left.from === null || second.range.to === null) return null;
  return {
    kind: 'range',
    range: range(left.from, second.range.to, `${left.label} to ${second.range.label}`),
    length: 2 + first.length + second.length,
  };
}

function opened(cursor: Cursor): TimePhrase | null {
  const opener = lower(cursor, 0);
  const inner = basicRange({ ...cursor, at: cursor.at + 1 });
  if (inner?.kind !== 'range' || inner.range.from === null) return null;
  const { from, to, label } = inner.range;
  const length = inner.length + 1;
  if (['since'].includes(opener)) return { kind: 'range', range: range(from, null, `since ${label}`), length };
  if (['after', 'following'].includes(opener)) return { kind: 'range', range: range(to, null, `after ${label}`), length };
  if (['before', 'prior'].includes(opener)) return { kind: 'range', range: range(null, from, `before ${label}`), length };
  if (['until', 'till', 'through', 'thru'].includes(opener)) return { kind: 'range', range: range(null, to, `until ${label}`), length };
  return null;
}

/** The longest time phrase that starts at a token, if one does. `today` and `past` (YYYY-MM-DD) place relative phrases. */
export function timePhraseAt(tokens: RawToken[], at: number, today: string, past: string = today): TimePhrase | null {
  const cursor: Cursor = { tokens, at, today, past };
  return joined(cursor) ?? opened(cursor) ?? basicRange(cursor) ?? partsPhrase(cursor) ?? grainPhrase(cursor);
}
