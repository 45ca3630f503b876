import { representationKey, type RepresentationBuilder } from './representation.ts';
import type { Rewrite } from './rewrites.ts';
import type { Places } from './path.ts';
import type { Entity, Run } from './run.ts';

/** The entities that a fetch asks for: each once, with the objects it stands for. */
export interface Batch {
  representations: Entity[];
  /** Equal for equal representations. */
  keys: string[];
  /** The first object of each representation. */
  firsts: Entity[];
  /** Further objects that could not be made the same one; null for none. */
  others: (Entity[] | null)[];
}

/**
 * Gathers what is asked of a subgraph. Entities that are told apart by nothing become one object of the data, so that everything after is done to it
 * once: fetches below it, merging, and writing the response.
 */
export function gather(
  { objects, holders, keys: places }: Places,
  build: RepresentationBuilder,
  rewrite: Rewrite | null,
  run: Run,
  sharing: boolean,
): Batch {
  const batch: Batch = { representations: [], keys: [], firsts: [], others: [] };
  const indexes = new Map<string, number>();
  const seen = new Map<Entity, number>();
  for (let place = 0; place < objects.length; place++) {
    const object = objects[place];
    if (object === undefined) continue;
    const before = seen.get(object);
    if (before !== undefined && before < 0) continue;
    const index = before ?? indexOf(object);
    if (before === undefined) seen.set(object, index);
    const first = batch.firsts[index];
    if (first === undefined) continue;
    if (first === object) {
      if (before !== undefined) run.shared.add(object);
      continue;
    }
    const holder = holders[place];
    const key = places[place];
    if (sharing && holder !== undefined && key !== undefined && areEqual(first, object)) {
      (holder as Record<string | number, unknown>)[key] = first;
      run.shared.add(first);
    } else if (before === undefined) (batch.others[index] ??= []).push(object);
  }
  return batch;

  function indexOf(object: Entity): number {
    const representation = build(object);
    if (representation === null) return -1;
    rewrite?.(representation);
    const key = representationKey(representation);
    const known = indexes.get(key);
    if (known !== undefined) return known;
    const index = batch.representations.push(representation) - 1;
    indexes.set(key, index);
    batch.keys.push(key);
    batch.firsts.push(object);
    batch.others.push(null);
    return index;
  }
}

/** Whether nothing tells two objects apart: the same keys with the same plain values or the very same objects. */
function areEqual(one: Entity, other: Entity): boolean {
  let keys = 0;
  for (const key in one) {
    if (one[key] !== other[key]) return false;
    keys++;
  }
  for (const _ in other) keys--;
  return keys === 0;
}
