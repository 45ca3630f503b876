import type { DiscoveredColumn, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import { detectCoercion } from './detect-coercion.ts';
import { NOT_SHAPED, type Shaping, type SuggestedTransform } from './shaped.ts';

/** At and above it a column is read as what its texts say unless a person says otherwise. */
const BY_ITSELF = 0.95;

/** The coercion that a column gets without being asked; null when it gets none. */
export function ownCoercion(column: DiscoveredColumn): SuggestedTransform | null {
  const found = detectCoercion(column);
  return found !== null && found.confidence >= BY_ITSELF ? found : null;
}

/** The objects as they are after texts were read as what they say: what the matcher weighs against attributes. */
export function coercedObjects(objects: readonly DiscoveredObject[], shaping: Shaping): DiscoveredObject[] {
  return objects.map((object) => {
    const decided = (shaping[object.path] ?? NOT_SHAPED).columns;
    const columns = object.columns.map((column) => {
      const person = decided[column.name];
      const type = person?.transform ? person.type : (ownCoercion(column)?.type ?? null);
      // What texts are least and most as text says nothing of the numbers they mean.
      return type === null || type === column.type ? column : { ...column, type, profile: { ...column.profile, min: null, max: null } };
    });
    return columns.every((column, i) => column === object.columns[i]) ? object : { ...object, columns };
  });
}
