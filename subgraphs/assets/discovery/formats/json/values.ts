import type { Raw } from '../../snapshot/fields.ts';

export const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path of objects; undefined where it ends early. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let there = value;
  for (const key of path) {
    if (!isObject(there)) return undefined;
    there = there[key];
  }
  return there;
}

/** The object at a path; an empty one where there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): Raw {
  const there = at(value, ...path);
  return isObject(there) ? there : {};
}

/** The list at a path; an empty one where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const there = at(value, ...path);
  return Array.isArray(there) ? there : [];
}

/** The objects of the list at a path. */
export const objectsAt = (value: unknown, ...path: readonly string[]): readonly Raw[] => listAt(value, ...path).filter(isObject);

/** The texts of the list at a path, or the one text that stands there. */
export function textsAt(value: unknown, ...path: readonly string[]): readonly string[] {
  const there = at(value, ...path);
  return (Array.isArray(there) ? there : [there]).filter((each) => typeof each === 'string' && each.trim() !== '').map(String);
}

/** The texts among an object's values, by key. */
export function textsIn(value: unknown): Readonly<Record<string, string>> {
  const texts = Object.entries(isObject(value) ? value : {}).filter(([, each]) => typeof each === 'string');
  return Object.fromEntries(texts.map(([key, each]) => [key, String(each)]));
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
