import { textOf, valueOf } from '../repairs/apply-rule.ts';
import type { Pair } from './pairs.ts';

const MIN_TIMES = 3;
const SURE_SHARE = 0.95;
const MAX_VALUES = 30;

/**
 * Values of a list that are called something else now: each of the old ones became one new one in the same records, and no two the same. One value alone
 * may as well have changed for a reason of the business's; it is taken for renamed only where the words are the same but for how they are written.
 * @returns what the source says now → what it was, and how sure that is; null when nothing was renamed
 */
export function renamedValues(
  before: string,
  after: string,
  pairs: readonly Pair[],
): { pairs: { from: string; to: string }[]; confidence: number } | null {
  const seen = new Map<string, Map<string, number>>();
  const known = new Set<string>();
  for (const pair of pairs) {
    const [was, is] = [pair.before[before], valueOf(pair.after, after)];
    if (was === null || was === undefined || was === '') continue;
    known.add(textOf(was));
    if (is === null || is === undefined || is === '') continue;
    const became = seen.get(textOf(was)) ?? new Map<string, number>();
    became.set(textOf(is), (became.get(textOf(is)) ?? 0) + 1);
    seen.set(textOf(was), became);
  }
  if (seen.size === 0 || seen.size > MAX_VALUES) return null;
  const renamed: { from: string; to: string; alike: boolean }[] = [];
  let sure = 1;
  for (const [was, became] of seen) {
    const total = [...became.values()].reduce((sum, count) => sum + count, 0);
    const [[is, times] = ['', 0]] = [...became].toSorted(([, a], [, b]) => b - a);
    if (is === was) continue;
    // It still is, or another one was called so before: records changed, not the name.
    if (became.has(was) || known.has(is)) continue;
    if (times < MIN_TIMES || times / total < SURE_SHARE) return null;
    sure = Math.min(sure, times / total);
    renamed.push({ from: is, to: was, alike: plain(is) === plain(was) });
  }
  if (renamed.length === 0 || new Set(renamed.map(({ from }) => from)).size !== renamed.length) return null;
  const alike = renamed.every((one) => one.alike);
  const confidence = alike ? 0.97 * sure : renamed.length >= 2 && renamed.length === seen.size ? 0.92 * sure : 0.6 * sure;
  return { pairs: renamed.map(({ from, to }) => ({ from, to })), confidence };
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
