import { isEntity, type Entity } from './run.ts';

/** One field on the way from the root to the objects that a fetch is about. */
export interface Segment {
  key: string;
  /** How many lists its values are nested in. */
  lists: number;
  /** Types that the objects there must have; null: any. */
  types: ReadonlySet<string> | null;
}

/** The planner's path, `reviews.@.author|[User]`, as segments. */
export function segmentsOf(path: readonly (string | number)[]): Segment[] {
  const segments: Segment[] = [];
  for (const element of path) {
    const [name = '', listed] = String(element).split('|');
    const types = listed === undefined ? null : new Set(listed.slice(1, -1).split(','));
    const last = segments.at(-1);
    if (name !== '@' && name !== '') segments.push({ key: name, lists: 0, types });
    else if (last !== undefined) {
      if (name === '@') last.lists++;
      last.types = types ?? last.types;
    }
  }
  return segments;
}

/** Told of an object, and of where it hangs: `holder[key]` is it. A root hangs nowhere. */
export type Visit = (object: Entity, holder: Entity | unknown[] | null, key: string | number) => void;

/** The objects at the end of the segments; each may come up several times. @param sharing whether objects may stand at several places */
export function objectsAt(roots: readonly Entity[], segments: readonly Segment[], sharing: boolean): readonly Entity[] {
  let level = roots;
  for (const segment of segments) level = next(level, segment, sharing);
  return level;
}

/** Visits the objects at the end of the segments, at each of their places. */
export function visitAt(roots: readonly Entity[], segments: readonly Segment[], sharing: boolean, visit: Visit): void {
  const last = segments.at(-1);
  if (last === undefined) {
    for (const root of roots) visit(root, null, '');
    return;
  }
  let level = roots;
  for (let index = 0; index < segments.length - 1; index++) level = next(level, segments[index] ?? last, sharing);
  const { key, lists, types } = last;
  for (const object of level) visitBelow(object, key, object[key], lists, types, visit);
}

function next(level: readonly Entity[], { key, lists, types }: Segment, sharing: boolean): readonly Entity[] {
  const objects: Entity[] = [];
  const add = (object: Entity): void => void objects.push(object);
  for (const object of level) visitBelow(object, key, object[key], lists, types, add);
  return sharing && objects.length > 1 ? [...new Set(objects)] : objects;
}

function visitBelow(
  holder: Entity | unknown[],
  key: string | number,
  value: unknown,
  lists: number,
  types: Segment['types'],
  visit: Visit,
): void {
  if (lists === 0) {
    if (isEntity(value) && (types === null || isOneOf(value, types))) visit(value, holder, key);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) visitBelow(value, index, value[index], lists - 1, types, visit);
  }
}

/** Whether an object is of one of the types; one that does not say its type is. */
export function isOneOf({ __typename: name }: Entity, types: Segment['types']): boolean {
  return types === null || typeof name !== 'string' || types.has(name);
}
