import { stem } from './stem.ts';

export type RawToken =
  | { kind: 'word'; text: string; start: number; end: number; lower: string; stem: string }
  | {
      kind: 'number';
      text: string;
      start: number;
      end: number;
      lower: string;
      stem: string;
      value: number;
      percent: boolean;
      plain: boolean;
    }
  | { kind: 'date'; text: string; start: number; end: number; lower: string; stem: string; iso: string }
  | { kind: 'quoted'; text: string; start: number; end: number; lower: string; stem: string; inner: string };

/** Questions longer than this are refused before they are read. */
export const MAX_QUESTION_LENGTH = 1_000;

const SCALES: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9 };
const PATTERN =
  /(?<quoted>"[^"\n]{1,120}"|“[^”\n]{1,120}”|(?<=^|\s)'[^'\n]{1,120}'(?=$|[\s,.?!]))|(?<iso>\d{4}-\d{1,2}-\d{1,2})|(?<slash>\d{1,2}\/\d{1,2}\/\d{4})|(?<number>(?:[$€£]\s?)?\d+(?:,\d{3})*(?:\.\d+)?\s?(?:%|(?:k|mn|m|bn|b)(?![\p{L}\p{N}])|(?!\p{L})))|(?<word>[\p{L}\p{N}]+|(?<=\s)%(?=\s+of\b))/giu;

function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

function readDate(iso: string | undefined, slash: string | undefined): string | null {
  const [a = 0, b = 0, c = 0] = (iso ?? slash ?? '').split(/[-/]/).map(Number);
  if (iso !== undefined) return isoOf(a, b, c);
  // Month first, as in the United States; day first when that cannot be.
  return isoOf(c, a, b) ?? isoOf(c, b, a);
}

function readNumber(text: string): { value: number; percent: boolean; plain: boolean } {
  const bare = text.replaceAll(/[\s$€£,]/g, '').toLowerCase();
  const match = /^([\d.]+)(%|k|mn|m|bn|b)?$/.exec(bare);
  const scale = match?.[2] === undefined || match[2] === '%' ? 1 : (SCALES[match[2]] ?? 1);
  return { value: Number(match?.[1] ?? Number.NaN) * scale, percent: match?.[2] === '%', plain: /^\d+$/.test(text.trim()) };
}

/** Splits text into words, numbers (`5,000`, `$5k`, `12 %`), dates and quoted values, each with its place. Never throws. */
export function tokenize(text: string): RawToken[] {
  const tokens: RawToken[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const raw = match[0];
    const trimmed = raw.trim();
    const start = match.index + (raw.length - raw.trimStart().length);
    const base = { text: trimmed, start, end: start + trimmed.length, lower: trimmed.toLowerCase(), stem: stem(trimmed) };
    const groups = match.groups ?? {};
    const date = groups['iso'] === undefined && groups['slash'] === undefined ? null : readDate(groups['iso'], groups['slash']);
    if (groups['quoted'] !== undefined) tokens.push({ kind: 'quoted', ...base, inner: trimmed.slice(1, -1).trim() });
    else if (date !== null) tokens.push({ kind: 'date', ...base, iso: date });
    else if (groups['number'] !== undefined) {
      const number = readNumber(trimmed);
      tokens.push(Number.isFinite(number.value) ? { kind: 'number', ...base, ...number } : { kind: 'word', ...base });
    } else tokens.push({ kind: 'word', ...base });
  }
  return tokens;
}

/** The key under which a phrase of the lexicon is found: its words' stems. */
export function phraseKey(text: string): string {
  return tokenize(text.replaceAll('_', ' ').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .map((token) => token.stem)
    .join(' ');
}

/** The key under which a value of the data is found: its words as they are, in lower case. */
export function valueKey(text: string): string {
  return tokenize(text)
    .map((token) => token.lower.replaceAll(/[\s,$€£"]/g, ''))
    .join(' ');
}
