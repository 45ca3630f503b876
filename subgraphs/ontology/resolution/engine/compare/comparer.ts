import { holdsCodes, isWorded, type PreparedRecord, type PreparedValue } from '../prepare.ts';
import type { Aspect, ComparedField, FieldKind } from '../types.ts';
import { similarWords } from '../text/similar.ts';
import type { Likeness } from './likeness.ts';
import { type Bits, compareText } from './text.ts';
import { likeCodes, likeDates, likeDomains, likeEmails, likeNumbers, likePhones } from './values.ts';

/** One thing that is compared of two records. */
export interface Comparer {
  readonly field: string;
  readonly kind: FieldKind;
  readonly aspect: Aspect;
  /** Null: one of the two says nothing. */
  compare(a: PreparedRecord, b: PreparedRecord): Likeness | null;
}

/** How often terms occur: by field, codes within texts apart. */
export interface Frequencies {
  bits(field: string, aspect: Aspect): Bits;
}

/** What is compared of records with these fields. */
export function comparersOf(fields: readonly ComparedField[], frequencies: Frequencies, related: boolean): Comparer[] {
  const comparers = fields.flatMap(({ name, kind }, index): Comparer[] => {
    const bits = frequencies.bits(name, 'VALUE');
    const value: Comparer = { field: name, kind, aspect: 'VALUE', compare: valueComparer(index, kind, bits) };
    if (!holdsCodes(kind)) return [value];
    return [value, { field: name, kind, aspect: 'CODES', compare: codesComparer(index, frequencies.bits(name, 'CODES')) }];
  });
  if (related) comparers.push({ field: '', kind: 'CODE', aspect: 'RELATED', compare: compareRelated });
  return comparers;
}

function valueComparer(index: number, kind: FieldKind, bits: Bits): Comparer['compare'] {
  if (isWorded(kind)) {
    return (a, b) => {
      const [left, right] = [a.values[index] ?? null, b.values[index] ?? null];
      return left === null || right === null ? null : compareText(left, right, bits, a, b, kind);
    };
  }
  const likeness = likenessOf(kind);
  return (a, b) => {
    const [left, right] = [a.values[index] ?? null, b.values[index] ?? null];
    return left === null || right === null
      ? null
      : { likeness: likeness(left, right), bits: Math.max(bits(left.squashed), bits(right.squashed)) };
  };
}

function likenessOf(kind: FieldKind): (a: PreparedValue, b: PreparedValue) => number {
  if (kind === 'DATE') return likeDates;
  if (kind === 'PHONE') return likePhones;
  if (kind === 'EMAIL') return likeEmails;
  if (kind === 'DOMAIN') return likeDomains;
  return kind === 'NUMBER' ? likeNumbers : likeCodes;
}

// Codes and numbers within texts: the share of their information that both hold.
function codesComparer(index: number, bits: Bits): Comparer['compare'] {
  return (a, b) => {
    const left = a.values[index]?.codes ?? [];
    const right = b.values[index]?.codes ?? [];
    if (left.length === 0 || right.length === 0) return null;
    let agreed = 0;
    let all = 0;
    for (const code of left) {
      const weight = bits(code);
      all += weight;
      if (right.some((other) => similarWords(code, other) > 0)) agreed += weight;
    }
    for (const code of right) {
      const weight = bits(code);
      all += weight;
      if (left.some((other) => similarWords(code, other) > 0)) agreed += weight;
    }
    return { likeness: all === 0 ? 1 : agreed / all, bits: agreed / 2 };
  };
}

function compareRelated(a: PreparedRecord, b: PreparedRecord): Likeness | null {
  if (a.related.length === 0 || b.related.length === 0) return null;
  const same = a.related.filter((id) => b.related.includes(id)).length;
  return { likeness: same / Math.min(a.related.length, b.related.length), bits: 0 };
}
