import { type SourceRecord, textOf, valueOf } from '../repairs/apply-rule.ts';
import type { ValueEvidence } from './detection/types.ts';

/** The same record at both times: as it landed, and as its source has it now. */
export interface Pair {
  before: SourceRecord;
  after: SourceRecord;
}

/** Below so many records nothing is said. */
const MIN_PAIRS = 5;
const RATIO_TOLERANCE = 0.01;
const SURE_SHARE = 0.95;

const blank = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Whether two values are the same, however they are typed. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || textOf(a) === textOf(b)) return true;
  if (typeof a !== 'number' && typeof b !== 'number') return false;
  const [x, y] = [Number(a), Number(b)];
  return Number.isFinite(x) && Number.isFinite(y) && !blank(a) && !blank(b) && Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
}

/** Share of pairs in which two values are the same; null when there are too few to tell. */
export function agreementOf(pairs: readonly Pair[], before: (pair: Pair) => unknown, after: (pair: Pair) => unknown): number | null {
  let [seen, same] = [0, 0];
  for (const pair of pairs) {
    const [a, b] = [before(pair), after(pair)];
    if (blank(a) && blank(b)) continue;
    seen += 1;
    if (sameValue(a, b)) same += 1;
  }
  return seen < MIN_PAIRS ? null : same / seen;
}

/** What the values of the same records say. */
export function valueEvidence(pairs: readonly Pair[]): ValueEvidence | null {
  if (pairs.length < MIN_PAIRS) return null;
  return {
    agreement: (before, after) =>
      agreementOf(
        pairs,
        (pair) => pair.before[before],
        (pair) => valueOf(pair.after, after),
      ),
    ratio(before, after) {
      const ratios = pairs.flatMap((pair) => {
        const [a, b] = [pair.before[before], valueOf(pair.after, after)];
        return typeof a === 'number' && typeof b === 'number' && a !== 0 && b !== 0 ? [b / a] : [];
      });
      if (ratios.length < MIN_PAIRS) return null;
      const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 1;
      const close = ratios.filter((ratio) => Math.abs(ratio / middle - 1) <= RATIO_TOLERANCE).length;
      return close / ratios.length >= SURE_SHARE && Math.abs(middle - 1) > RATIO_TOLERANCE ? middle : null;
    },
    composed(whole, parts) {
      let [seen, put] = [0, 0];
      for (const pair of pairs) {
        const split = Object.hasOwn(pair.before, whole);
        const all = split ? pair.before[whole] : valueOf(pair.after, whole);
        const pieces = parts.map((part) => (split ? valueOf(pair.after, part) : pair.before[part]));
        if (blank(all) || pieces.every(blank)) continue;
        seen += 1;
        if (gapsOf(textOf(all), pieces) !== null) put += 1;
      }
      return seen < MIN_PAIRS ? null : put / seen;
    },
  };
}

/** What stands between the parts when they make up the whole in this order; null when they do not. */
export function gapsOf(whole: string, parts: readonly unknown[]): string[] | null {
  const gaps: string[] = [];
  let at = 0;
  for (const part of parts) {
    if (blank(part)) return null;
    const found = whole.indexOf(textOf(part), at);
    if (found === -1) return null;
    const gap = whole.slice(at, found);
    if (/[\p{L}\p{N}]/u.test(gap)) return null;
    if (gaps.length > 0 || at > 0) gaps.push(gap);
    else if (gap !== '') return null;
    at = found + textOf(part).length;
  }
  return at === whole.length ? gaps : null;
}

/** Pairs records by the columns that both have unchanged; a combination that names several records names none. */
export function pairByContent(before: readonly SourceRecord[], after: readonly SourceRecord[], columns: readonly string[]): Pair[] {
  if (columns.length === 0) return [];
  const nameOf = (record: SourceRecord): string => JSON.stringify(columns.map((column) => record[column] ?? null));
  const known = Map.groupBy(before, nameOf);
  const there = Map.groupBy(after, nameOf);
  const pairs: Pair[] = [];
  for (const [name, [one, ...others]] of there) {
    const [was, ...more] = known.get(name) ?? [];
    if (one !== undefined && was !== undefined && others.length === 0 && more.length === 0) pairs.push({ before: was, after: one });
  }
  return pairs;
}
