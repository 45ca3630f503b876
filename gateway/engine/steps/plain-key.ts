import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Entity } from './run.ts';
import type { TypeCondition } from './type-conditions.ts';

/**
 * Tells representations apart without making them: equal for entities of one type whose required fields are equal. Null where that takes more than
 * looking at plain fields, or something is missing.
 */
export type PlainKey = (entity: Entity) => string | null;

/** The plain key of what a fetch requires. */
export function compilePlainKey(requires: readonly QueryPlanSelectionNode[], isOfType: TypeCondition): PlainKey {
  const byType = new Map<string, readonly string[] | null>();
  return (entity) => {
    const { __typename: type } = entity;
    if (typeof type !== 'string') return null;
    let fields = byType.get(type);
    if (fields === undefined) byType.set(type, (fields = plainFields(requires, type, isOfType)));
    if (fields === null) return null;
    let key = type;
    for (let index = 0; index < fields.length; index++) {
      const value = entity[fields[index] ?? ''];
      if (typeof value === 'string') key += `"${value.length}:${value}`;
      else if (typeof value === 'number' || typeof value === 'boolean' || value === null) key += `'${value}`;
      else return null;
    }
    return key;
  };
}

/** The fields that are required of a type, if all are plain; null when there is more to it. */
function plainFields(requires: readonly QueryPlanSelectionNode[], type: string, isOfType: TypeCondition): string[] | null {
  const applying = requires.filter((selection) => selection.kind === 'Field' || isOfType(type, selection.typeCondition ?? type));
  const [only, ...others] = applying;
  if (only === undefined || only.kind === 'Field' || others.length > 0) return null;
  const names = only.selections.map((selection) =>
    selection.kind === 'Field' && selection.selections === undefined ? (selection.alias ?? selection.name) : null,
  );
  const plain = names.filter((name) => name !== null);
  return plain.length < names.length ? null : plain.filter((name) => name !== '__typename');
}
