import type { Aspect, FieldKind } from '../types.ts';

// Likeness (0 … 100) from which a value of a kind says by itself which record it is of; kinds that are left out never do.
const IDENTIFIES: Partial<Record<FieldKind, number>> = {
  NAME: 75,
  TITLE: 75,
  ORGANISATION: 75,
  PERSON: 85,
  ADDRESS: 90,
  EMAIL: 100,
  PHONE: 100,
  DOMAIN: 100,
  CODE: 100,
};

/** What is missing where nothing of two records names or identifies them as the same, in bits: as much as a contradiction. */
export const NOTHING_IDENTIFIES = -3;

/** Whether two values this alike (0 … 100) name or identify a record; merely sharing a place, a category or a number does not. */
export function identifies({ kind, aspect }: { readonly kind: FieldKind; readonly aspect: Aspect }, likeness: number): boolean {
  return aspect === 'VALUE' && likeness <= 100 && likeness >= (IDENTIFIES[kind] ?? Infinity);
}
