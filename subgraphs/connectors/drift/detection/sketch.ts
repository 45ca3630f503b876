import type { FieldSketch } from './types.ts';

/** Hashes kept of a field: an overlap of two full sketches is known to about ±6 %. */
const SKETCH_SIZE = 256;
const MAX_SHAPES = 8;
const MAX_SHAPE_CHARACTERS = 32;
/** Below so many different values an overlap is chance. */
const MIN_DISTINCT = 8;
const HASH_RANGE = 2 ** 32;

/** Sketches the values of one field; blanks are null or empty. */
export function sketchValues(values: Iterable<string | number | boolean | null | undefined>): FieldSketch {
  const hashes = new Set<number>();
  const shapes = new Map<string, number>();
  const numbers: number[] = [];
  let [records, filled, characters] = [0, 0, 0];
  for (const value of values) {
    records += 1;
    if (value === null || value === undefined || value === '') continue;
    filled += 1;
    const text = String(value);
    characters += text.length;
    hashes.add(hashOf(text));
    const number = typeof value === 'number' ? value : numberOf(text);
    if (number !== null) numbers.push(number);
    const shape = shapeOf(text);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  const sorted = Float64Array.from(hashes).toSorted();
  const kept = [...sorted.subarray(0, SKETCH_SIZE)];
  return {
    records,
    blank: records === 0 ? 0 : 1 - filled / records,
    distinct: sorted.length,
    hashes: kept,
    quantiles: numbers.length > 0 && numbers.length === filled ? quantilesOf(numbers) : null,
    length: filled === 0 ? 0 : characters / filled,
    shapes: [...shapes]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MAX_SHAPES)
      .map(([shape, count]) => ({ shape, share: count / filled })),
  };
}

/** Share of different values that two fields have in common (Jaccard), 0…1; null when they have too few to tell. */
export function overlapOf(a: FieldSketch | null, b: FieldSketch | null): number | null {
  if (a === null || b === null || Math.min(a.distinct, b.distinct) < MIN_DISTINCT) return null;
  const [left, right] = [new Set(a.hashes), new Set(b.hashes)];
  const full = a.hashes.length >= SKETCH_SIZE || b.hashes.length >= SKETCH_SIZE;
  const union = [...new Set([...left, ...right])].toSorted((x, y) => x - y).slice(0, full ? SKETCH_SIZE : undefined);
  const shared = union.filter((hash) => left.has(hash) && right.has(hash)).length;
  return union.length === 0 ? null : shared / union.length;
}

/** How alike the shapes of values are, 0…1. */
export function shapeSimilarity(a: FieldSketch | null, b: FieldSketch | null): number | null {
  if (a === null || b === null || a.shapes.length === 0 || b.shapes.length === 0) return null;
  const shares = new Map(b.shapes.map(({ shape, share }) => [shape, share]));
  return a.shapes.reduce((sum, { shape, share }) => sum + Math.min(share, shares.get(shape) ?? 0), 0);
}

const numberOf = (text: string): number | null => (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(text) ? Number(text) : null);

function quantilesOf(numbers: number[]): number[] {
  const sorted = Float64Array.from(numbers).toSorted();
  return Array.from({ length: 11 }, (_, tenth) => sorted[Math.round((tenth / 10) * (sorted.length - 1))] ?? 0);
}

/** `Acme Corp 12` → `Aa Aa 9`: what kinds of characters follow one another. */
function shapeOf(text: string): string {
  return text
    .slice(0, MAX_SHAPE_CHARACTERS)
    .replaceAll(/\p{Lu}\p{Ll}+/gu, 'A')
    .replaceAll(/\p{Lu}+/gu, 'A')
    .replaceAll(/\p{Ll}+/gu, 'a')
    .replaceAll(/\p{N}+/gu, '9')
    .replaceAll(/\s+/gu, ' ');
}

/** FNV-1a with a last mix, 0 ≤ h < 2³². */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) % HASH_RANGE;
}
