import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isEntity, type Entity } from './run.ts';
import type { TypeCondition } from './type-conditions.ts';

/** Makes what a subgraph is told of an entity; null when too little is known of it. */
export type RepresentationBuilder = (entity: Entity) => Entity | null;

type Fields = readonly { key: string; nested: ((value: unknown) => unknown) | null }[];

/** Builders for what a fetch requires: one list of fields for each type that comes up. */
export function compileRepresentation(selections: readonly QueryPlanSelectionNode[], isOfType: TypeCondition): RepresentationBuilder {
  const build = compileSelections(selections, isOfType);
  return (entity) => {
    const representation = build(entity);
    return representation === null || representation['__typename'] == null ? null : representation;
  };
}

function compileSelections(selections: readonly QueryPlanSelectionNode[], isOfType: TypeCondition): RepresentationBuilder {
  const byType = new Map<string, { own: Fields; fragments: readonly RepresentationBuilder[] }>();
  const forType = (typename: string) => {
    const known = byType.get(typename);
    if (known !== undefined) return known;
    const own = selections.flatMap((selection) => {
      if (selection.kind !== 'Field') return [];
      const { name, alias, selections: below } = selection;
      return [{ key: alias ?? name, nested: below === undefined ? null : compileNested(below, isOfType) }];
    });
    const fragments = selections.flatMap((selection) => {
      if (selection.kind !== 'InlineFragment') return [];
      const { typeCondition } = selection;
      const applies = typeCondition === undefined || isOfType(typename, typeCondition);
      return applies ? [compileSelections(selection.selections, isOfType)] : [];
    });
    const made = { own, fragments };
    byType.set(typename, made);
    return made;
  };
  return (entity) => {
    const { __typename: name } = entity;
    const { own, fragments } = forType(typeof name === 'string' ? name : '');
    const [fragment] = fragments;
    if (own.length === 0 && fragments.length === 1 && fragment !== undefined) return fragment(entity);
    const representation: Entity = {};
    if (!addFields(representation, entity, own)) return null;
    // A fragment of which something is missing adds nothing; the others still may.
    for (const add of fragments) Object.assign(representation, add(entity));
    return representation;
  };
}

function addFields(representation: Entity, entity: Entity, fields: Fields): boolean {
  for (const { key, nested } of fields) {
    const value = entity[key];
    if (value === undefined) return false;
    representation[key] = nested === null ? value : nested(value);
  }
  return true;
}

function compileNested(selections: readonly QueryPlanSelectionNode[], isOfType: TypeCondition): (value: unknown) => unknown {
  const build = compileSelections(selections, isOfType);
  const nested = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(nested);
    return isEntity(value) ? build(value) : null;
  };
  return nested;
}

/** Equal for equal representations, and different for different ones. */
export function representationKey(representation: Entity): string {
  let key = '';
  for (const name in representation) {
    const value = representation[name];
    if (typeof value === 'string') key += `${name}:${value.length}"${value}`;
    else key += typeof value === 'object' ? `${name}:${JSON.stringify(value)}` : `${name}:${value as number | boolean};`;
  }
  return key;
}
