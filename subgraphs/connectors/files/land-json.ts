import type { LandedValue } from './typing/normalise.ts';

/**
 * Positions of columns in the order in which PostgreSQL keeps the properties of jsonb: shorter names first, equally long ones byte by byte. What comes in
 * that order need not be sorted by it, which is a fifth of its work.
 */
export function storedOrder(names: readonly string[]): number[] {
  const written = names.map((name) => Buffer.from(name));
  const of = (position: number): Buffer => written[position] ?? Buffer.alloc(0);
  return names.map((_, position) => position).toSorted((a, b) => of(a).length - of(b).length || Buffer.compare(of(a), of(b)));
}

/** What stands before each value, the values in that order: `{"id":`, `,"name":`. */
export const jsonHeads = (names: readonly string[], order: readonly number[]): string[] =>
  order.map((position, index) => `${index === 0 ? '{' : ','}${JSON.stringify(names[position])}:`);

/** Writes `{column: value}` as JSON.stringify would, in the order that PostgreSQL keeps; names are written once. */
export function jsonWriter(names: readonly string[]): (values: readonly LandedValue[]) => string {
  const order = storedOrder(names);
  const heads = jsonHeads(names, order);
  if (order.length === 0) return () => '{}';
  return (values) => {
    let text = '';
    for (let index = 0; index < order.length; index++) {
      const value = values[order[index] ?? 0] ?? null;
      text += (heads[index] ?? '') + (typeof value === 'string' ? JSON.stringify(value) : String(value));
    }
    return `${text}}`;
  };
}
