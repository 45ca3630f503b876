import { identifies, NOTHING_IDENTIFIES } from '../compare/identifying.ts';
import type { Comparer } from '../compare/comparer.ts';
import type { PreparedRecord } from '../prepare.ts';
import type { ComparisonModel, FieldKind } from '../types.ts';
import { type ComparedPairs, SILENT, weightAt } from './em.ts';
import type { RecordPairs } from './pairs.ts';

// How far rarity moves a weight, by bit of information more or less than usual.
const RARITY = 0.25;
const MOST_RARITY = 6;
const ALIKE = 70;
const NAMING: ReadonlySet<FieldKind> = new Set(['NAME', 'TITLE', 'ORGANISATION']);

/** Compared pairs, and the information of what agrees in each comparison. */
export interface Compared {
  readonly pairs: ComparedPairs;
  readonly bits: Float32Array;
}

/** Weight of one comparison: of its likeness, and of how rare what agrees is. */
export function weightOf(
  comparison: { readonly weights: readonly number[]; readonly meanBits: number },
  likeness: number,
  bits: number,
): number {
  const weight = weightAt(comparison.weights, likeness);
  if (weight <= 0) return weight;
  const rarity = Math.max(-MOST_RARITY, Math.min(MOST_RARITY, bits - comparison.meanBits)) * RARITY;
  return Math.max(0, weight + rarity);
}

/** Compares pairs of records in every way there is. */
export function compareAll(records: readonly PreparedRecord[], comparers: readonly Comparer[], { left, right }: RecordPairs): Compared {
  const width = comparers.length;
  const rows = new Uint8Array(left.length * width);
  const bits = new Float32Array(left.length * width);
  for (let pair = 0; pair < left.length; pair += 1) {
    const [a, b] = [records[left[pair] ?? 0], records[right[pair] ?? 0]];
    if (a === undefined || b === undefined) continue;
    for (const [index, comparer] of comparers.entries()) {
      const likeness = comparer.compare(a, b);
      rows[pair * width + index] = likeness === null ? SILENT : Math.round(likeness.likeness * 100);
      bits[pair * width + index] = likeness?.bits ?? 0;
    }
  }
  return { pairs: { width, rows, count: left.length }, bits };
}

/** Weight of each pair by what was learned, and the strongest evidence against it. */
export function weighAll(
  { pairs, bits }: Compared,
  comparisons: readonly ComparisonModel[],
  start: number,
): { weights: Float64Array; against: Float64Array } {
  const { width, rows, count } = pairs;
  const weights = new Float64Array(count).fill(start);
  const against = new Float64Array(count);
  for (let pair = 0; pair < count; pair += 1) {
    let identified = false;
    for (const [index, comparison] of comparisons.entries()) {
      const at = pair * width + index;
      identified ||= identifies(comparison, rows[at] ?? SILENT);
      const own = weightOf(comparison, rows[at] ?? SILENT, bits[at] ?? 0);
      weights[pair] = (weights[pair] ?? 0) + own;
      against[pair] = Math.min(against[pair] ?? 0, own);
    }
    if (!identified) against[pair] = Math.min(against[pair] ?? 0, NOTHING_IDENTIFIES);
  }
  return { weights, against };
}

/** The comparison of what records are called, the name or title that tells most; -1: there is none. */
export function namingOf(comparers: readonly Comparer[], { pairs, bits }: Compared): number {
  let naming = { index: -1, bits: 0 };
  for (const [index, { kind, aspect }] of comparers.entries()) {
    if (aspect !== 'VALUE' || !NAMING.has(kind)) continue;
    let sum = 0;
    let count = 1e-9;
    for (let pair = 0; pair < pairs.count; pair += 1) {
      const likeness = pairs.rows[pair * pairs.width + index] ?? SILENT;
      if (likeness === SILENT || likeness < ALIKE) continue;
      sum += bits[pair * pairs.width + index] ?? 0;
      count += 1;
    }
    if (sum / count > naming.bits) naming = { index, bits: sum / count };
  }
  return naming.index;
}

/** Mean information of what agrees in likely pairs. */
export function meanBits({ pairs, bits }: Compared, index: number, probabilities: Float64Array): number {
  let sum = 0;
  let weight = 1e-9;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const likeness = pairs.rows[pair * pairs.width + index] ?? SILENT;
    const share = probabilities[pair] ?? 0;
    if (likeness === SILENT || likeness < ALIKE) continue;
    sum += (bits[pair * pairs.width + index] ?? 0) * share;
    weight += share;
  }
  return sum / weight;
}
