import type { Json } from '../workflows/json.ts';

/** The texts of a JSON value, in order; names are none. */
export function textsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The value with other texts in their places, in the order of `textsOf`. */
export function withTexts(value: Json, texts: readonly string[]): Json {
  const left = [...texts];
  const replaced = (part: Json): Json => {
    if (typeof part === 'string') return left.shift() ?? part;
    if (part === null || typeof part !== 'object') return part;
    if (Array.isArray(part)) return (part as readonly Json[]).map(replaced);
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, replaced(inner)]));
  };
  return replaced(value);
}
