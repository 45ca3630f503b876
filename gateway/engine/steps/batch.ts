import type { PlainKey } from './plain-key.ts';
import { representationKey, type RepresentationBuilder } from './representation.ts';
import type { Rewrite } from './rewrites.ts';
import type { Entity, Run } from './run.ts';

/** How entities become representations. */
export interface Representing {
  plainKey: PlainKey;
  build: RepresentationBuilder;
  /** What is done to each representation before it is sent. */
  rewriteInput: Rewrite | null;
  /** Whether equal objects may become one. */
  sharing: boolean;
}

/** What nothing can be asked of. */
const NONE = -1;

/**
 * The entities that a fetch asks for: each once, with the objects it stands for. Objects that are told apart by nothing become one object of the
 * data, so that everything after is done to it once: fetches below it, merging, and writing the response.
 */
export class Batch {
  readonly representations: Entity[] = [];
  /** Equal for equal representations. */
  readonly keys: string[] = [];
  /** The first object of each representation. */
  readonly firsts: Entity[] = [];
  /** Further objects that could not be made the same one; null for none. */
  readonly others: (Entity[] | null)[] = [];
  private readonly representing: Representing;
  private readonly run: Run;
  private readonly indexes = new Map<string, number>();
  private readonly seen = new Map<Entity, number>();

  constructor(representing: Representing, run: Run) {
    this.representing = representing;
    this.run = run;
  }

  /** Takes in an object, and where it hangs; null: nowhere that it could be exchanged. */
  add(object: Entity, holder: Entity | unknown[] | null, key: string | number): void {
    const before = this.seen.get(object);
    if (before !== undefined) {
      if (before !== NONE) this.addAgain(object, before, holder, key);
      return;
    }
    const index = this.indexOf(object);
    this.seen.set(object, index);
    if (index === NONE) return;
    const first = this.firsts[index];
    if (first === undefined || first === object) return;
    if (this.exchange(object, first, holder, key)) return;
    const others = this.others[index];
    if (others == null) this.others[index] = [object];
    else others.push(object);
  }

  private addAgain(object: Entity, index: number, holder: Entity | unknown[] | null, key: string | number): void {
    const first = this.firsts[index];
    if (first === object) this.run.shared.add(object);
    else if (first !== undefined) this.exchange(object, first, holder, key);
  }

  private exchange(object: Entity, first: Entity, holder: Entity | unknown[] | null, key: string | number): boolean {
    if (holder === null || !this.representing.sharing || !areEqual(first, object)) return false;
    (holder as Record<string | number, unknown>)[key] = first;
    this.run.shared.add(first);
    return true;
  }

  private indexOf(object: Entity): number {
    const { plainKey, build, rewriteInput } = this.representing;
    let key = plainKey(object);
    const known = key === null ? undefined : this.indexes.get(key);
    if (known !== undefined) return known;
    const representation = build(object);
    if (representation === null) return NONE;
    rewriteInput?.(representation);
    if (key === null) {
      key = representationKey(representation);
      const same = this.indexes.get(key);
      if (same !== undefined) return same;
    }
    const index = this.representations.push(representation) - 1;
    this.indexes.set(key, index);
    this.keys.push(key);
    this.firsts.push(object);
    this.others.push(null);
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
