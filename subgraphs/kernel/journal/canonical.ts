/** A value as JSON carries it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One text for equal values, whatever order their fields came in: what hashes are made over. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The text as PostgreSQL keeps it: without zeros, with every half of a pair having its other half. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
