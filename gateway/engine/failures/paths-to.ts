import { isOneOf, type Segment } from '../steps/path.ts';
import { isEntity, type Entity } from '../steps/run.ts';

export type Path = readonly (string | number)[];

/** Where objects stand in the data, at the end of the segments; null asks for all that stand there. At most `limit` places. */
export function pathsTo(root: Entity, segments: readonly Segment[], objects: ReadonlySet<Entity> | null, limit: number): Path[] {
  const found: Path[] = [];
  const walk = (value: unknown, at: number, lists: number, path: (string | number)[]): void => {
    if (found.length >= limit) return;
    if (lists > 0) {
      if (!Array.isArray(value)) return;
      for (let index = 0; index < value.length && found.length < limit; index++) walk(value[index], at, lists - 1, [...path, index]);
      return;
    }
    if (!isEntity(value) || (at > 0 && !isOneOf(value, segments[at - 1]?.types ?? null))) return;
    const segment = segments[at];
    if (segment !== undefined) walk(value[segment.key], at + 1, segment.lists, [...path, segment.key]);
    else if (objects === null || objects.has(value)) found.push(path);
  };
  walk(root, 0, 0, []);
  return found;
}
