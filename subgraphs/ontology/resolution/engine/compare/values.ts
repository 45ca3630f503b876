import { editDistance, jaroWinkler } from '../../../matching/string-similarity.ts';
import type { PreparedValue } from '../prepare.ts';

/** Likeness of two dates, 0 … 1: the same day however written, day and month exchanged, one slip of the pen, one part off. */
export function likeDates(a: PreparedValue, b: PreparedValue): number {
  const left = partsOf(a.folded);
  const right = partsOf(b.folded);
  if (left === null || right === null) return likeCodes(a, b);
  if (left.join('-') === right.join('-')) return 1;
  if (left[0] === right[0] && left[1] === right[2] && left[2] === right[1]) return 0.9;
  const edits = editDistance(digitsOf(left), digitsOf(right), 2);
  if (edits === 1) return 0.8;
  const same = left.filter((part, index) => part === right[index]).length;
  if (same === 2) return 0.7;
  if (edits === 2) return 0.5;
  return left[0] === right[0] ? 0.3 : 0;
}

/** Likeness of two telephone numbers by their last digits: countries and areas may be left out. */
export function likePhones(a: PreparedValue, b: PreparedValue): number {
  const left = digits(a.folded);
  const right = digits(b.folded);
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const length = Math.min(left.length, right.length, 10);
  if (length >= 7 && left.slice(-length) === right.slice(-length)) return 1;
  if (length >= 7 && left.slice(-7) === right.slice(-7)) return 0.8;
  return editDistance(left.slice(-length), right.slice(-length), 1) === 1 ? 0.7 : 0;
}

/** Likeness of two e-mail addresses. */
export function likeEmails(a: PreparedValue, b: PreparedValue): number {
  if (a.folded === b.folded) return 1;
  const [localA = '', domainA = ''] = a.folded.split('@');
  const [localB = '', domainB = ''] = b.folded.split('@');
  const edits = editDistance(a.squashed, b.squashed, 4);
  if (edits <= 2) return 0.9;
  if (localA === localB && localA.length >= 5) return 0.8;
  if (edits <= 4) return 0.7;
  if (domainA === domainB) return jaroWinkler(localA, localB) >= 0.85 ? 0.6 : 0.3;
  return localA === localB ? 0.4 : 0;
}

/** Likeness of two web addresses by their host. */
export function likeDomains(a: PreparedValue, b: PreparedValue): number {
  const left = hostOf(a.folded);
  const right = hostOf(b.folded);
  if (left === right) return 1;
  const [nameA = '', nameB = ''] = [left, right].map((host) => host.split('.').at(-2) ?? host);
  if (nameA === nameB && nameA.length >= 4) return 0.8;
  return editDistance(left, right, 1) === 1 ? 0.7 : 0;
}

/** Likeness of two codes: one slip of the pen, one within the other. */
export function likeCodes(a: PreparedValue, b: PreparedValue): number {
  const left = a.squashed;
  const right = b.squashed;
  if (left === right) return 1;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const edits = editDistance(left, right, 2);
  if (edits === 1) return short.length >= 4 ? 0.8 : 0.5;
  if (short.length >= 4 && (long.startsWith(short) || long.endsWith(short))) return 0.7;
  return edits === 2 && short.length >= 6 ? 0.5 : 0;
}

/** Likeness of two amounts by how far they lie apart. */
export function likeNumbers(a: PreparedValue, b: PreparedValue): number {
  const left = numberOf(a.folded);
  const right = numberOf(b.folded);
  if (left === null || right === null) return likeCodes(a, b);
  if (left === right) return 1;
  const apart = Math.abs(left - right) / Math.max(Math.abs(left), Math.abs(right), 1e-9);
  return apart >= 0.5 ? 0 : Math.max(0, 0.9 - apart * 1.8);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

// Year, month, day as texts.
function partsOf(text: string): [string, string, string] | null {
  const plain = /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/u.exec(text);
  if (plain) return [plain[1] ?? '', two(plain[2]), two(plain[3])];
  const words = text.match(/\d+|[a-z]{3,}/gu) ?? [];
  if (words.length < 3) return null;
  const named = words.findIndex((word) => MONTHS.includes(word.slice(0, 3)));
  const rest = words.filter((_, index) => index !== named).slice(0, 3);
  if (named >= 0) return [year(rest[1]), two(String(MONTHS.indexOf((words[named] ?? '').slice(0, 3)) + 1)), two(rest[0])];
  const [first = '', second = '', third = ''] = words;
  return Number(second) > 12 ? [year(third), two(first), two(second)] : [year(third), two(second), two(first)];
}

function two(text = ''): string {
  return text.padStart(2, '0');
}

function year(text = ''): string {
  return text.length === 2 ? `${Number(text) > 30 ? '19' : '20'}${text}` : text;
}

function digitsOf(parts: readonly string[]): string {
  return parts.join('');
}

function digits(text: string): string {
  return text.replace(/x\s?\d+$/u, '').replace(/\D+/gu, '');
}

function hostOf(text: string): string {
  return text
    .replace(/^https?:\/\//u, '')
    .replace(/^www\d?\./u, '')
    .replace(/[/?#].*$/u, '');
}

function numberOf(text: string): number | null {
  const clock = /^(\d+):(\d{2})(?::(\d{2}))?$/u.exec(text);
  if (clock)
    return clock[3] === undefined
      ? Number(clock[1]) * 60 + Number(clock[2])
      : Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const found = /-?\d[\d,]*(?:\.\d+)?/u.exec(text)?.[0];
  return found === undefined ? null : Number(found.replaceAll(',', ''));
}
