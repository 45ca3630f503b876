import type { Json } from '../workflows/json.ts';

/** Deeper values are not looked into, and not let through. */
const MAX_DEPTH = 40;

/** Where a text stands in a value, and what it says. */
export interface PlacedText {
  /** `customer.name`, `rows[3].note`; empty: the value itself is the text. */
  place: string;
  text: string;
}

/** Every text of a value with its place; null when it is too deep to be looked through. */
export function textsOf(value: Json, place = '', depth = 0): PlacedText[] | null {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (depth >= MAX_DEPTH) return null;
  const found: PlacedText[] = [];
  const inner: [string, Json][] = Array.isArray(value)
    ? value.map((each: Json, index): [string, Json] => [`${place}[${index}]`, each])
    : Object.entries(value as { readonly [key: string]: Json }).map(([key, each]) => [place === '' ? key : `${place}.${key}`, each]);
  for (const [where, each] of inner) {
    const texts = textsOf(each, where, depth + 1);
    if (texts === null) return null;
    for (const text of texts) found.push(text);
  }
  return found;
}

/** The value with other texts: `replace` is given each in the order of `textsOf`. */
export function withTexts(value: Json, replace: (text: string) => string): Json {
  if (typeof value === 'string') return replace(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: Json) => withTexts(each, replace));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withTexts(each, replace)]));
}
