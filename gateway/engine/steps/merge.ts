import { isEntity, type Entity } from './run.ts';

/**
 * Merges what a subgraph said into what is known already. Objects are merged by key and lists of equal length by index; any other value
 * replaces the earlier one, but null never replaces an object or a list: the order in which parallel fetches end must not matter.
 */
export function merge(target: Entity, source: Entity): void {
  for (const key in source) {
    const after = source[key];
    if (after === undefined) continue;
    const before = target[key];
    if (typeof before !== 'object' || before === null) target[key] = after;
    else if (after !== before && after !== null) target[key] = merged(before, after);
  }
}

function merged(before: object, after: unknown): unknown {
  if (Array.isArray(before)) return Array.isArray(after) && after.length === before.length ? mergedList(before, after) : after;
  if (!isEntity(after)) return after;
  merge(before as Entity, after);
  return before;
}

function mergedList(before: unknown[], after: readonly unknown[]): unknown[] {
  for (let index = 0; index < before.length; index++) {
    const known = before[index];
    const value = after[index];
    if (typeof known !== 'object' || known === null) before[index] = value;
    else if (value !== known && value !== null) before[index] = merged(known, value);
  }
  return before;
}

/** A copy that shares no object with the original. */
export function copyOf<Value>(value: Value): Value;
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => copyOf(each));
  const copy: Entity = {};
  for (const key in value) copy[key] = copyOf((value as Entity)[key]);
  return copy;
}
