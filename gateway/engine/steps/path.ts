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

/** Where an object hangs: so that equal ones can be made one. */
export interface Places {
  objects: Entity[];
  holders: (Entity | unknown[])[];
  keys: (string | number)[];
}

/** The objects at the end of the segments, with their places. An object may come up several times. */
export function placesAt(roots: readonly Entity[], segments: readonly Segment[], sharing: boolean): Places {
  let level = roots;
  // Without a way the roots are meant, wherever they hang.
  let places: Places = { objects: [...roots], holders: [], keys: [] };
  for (const [index, segment] of segments.entries()) {
    places = { objects: [], holders: [], keys: [] };
    for (const object of level) addPlaces(places, object, segment.key, object[segment.key], segment.lists, segment.types);
    level = sharing && index < segments.length - 1 && places.objects.length > 1 ? [...new Set(places.objects)] : places.objects;
  }
  return places;
}

function addPlaces(
  places: Places,
  holder: Entity | unknown[],
  key: string | number,
  value: unknown,
  lists: number,
  types: Segment['types'],
): void {
  if (lists > 0) {
    if (!Array.isArray(value)) return;
    for (let index = 0; index < value.length; index++) addPlaces(places, value, index, value[index], lists - 1, types);
    return;
  }
  if (!isEntity(value) || !isOneOf(value, types)) return;
  places.objects.push(value);
  places.holders.push(holder);
  places.keys.push(key);
}

/** Whether an object is of one of the types; one that does not say its type is. */
export function isOneOf({ __typename: name }: Entity, types: Segment['types']): boolean {
  return types === null || typeof name !== 'string' || types.has(name);
}
