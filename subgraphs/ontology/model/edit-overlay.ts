import type { AttributeEdits, EntityEdits, Overlay, RelationEdits } from './overlay.ts';

type Parts<Part> = Readonly<Record<string, Part>>;
/** What is to be set; null leaves it as it is. */
type Patch<Edits> = { readonly [Name in keyof Edits]?: Edits[Name] | null | undefined };

/** The overlay with something said of an entity type. */
export function withEntity(overlay: Overlay, key: string, patch: Patch<Omit<EntityEdits, 'attributes' | 'relations'>>): Overlay {
  return withEdits(overlay, key, { ...overlay.entities[key], ...given(patch) });
}

/** The overlay with something said of an attribute. */
export function withAttribute(overlay: Overlay, entity: string, key: string, patch: Patch<AttributeEdits>): Overlay {
  const { attributes = {}, ...rest } = overlay.entities[entity] ?? {};
  return withEdits(overlay, entity, { ...rest, attributes: { ...attributes, [key]: { ...attributes[key], ...given(patch) } } });
}

/** The overlay with something said of a relation. */
export function withRelation(overlay: Overlay, entity: string, key: string, patch: Patch<RelationEdits>): Overlay {
  const { relations = {}, ...rest } = overlay.entities[entity] ?? {};
  return withEdits(overlay, entity, { ...rest, relations: { ...relations, [key]: { ...relations[key], ...given(patch) } } });
}

/** The overlay without anything said of an entity type, or of one part of it. */
export function without(overlay: Overlay, entity: string, part: { attribute: string } | { relation: string } | null): Overlay {
  const { [entity]: edits = {}, ...others } = overlay.entities;
  if (part === null) return { entities: others };
  const { attributes, relations, ...rest } = edits;
  return withEdits({ entities: others }, entity, {
    ...rest,
    ...some('attributes', 'attribute' in part ? leftOf(attributes, part.attribute) : attributes),
    ...some('relations', 'relation' in part ? leftOf(relations, part.relation) : relations),
  });
}

function withEdits(overlay: Overlay, key: string, edits: EntityEdits): Overlay {
  const { [key]: _, ...others } = overlay.entities;
  return { entities: Object.keys(edits).length === 0 ? others : { ...others, [key]: edits } };
}

function leftOf<Part>(parts: Parts<Part> = {}, key: string): Parts<Part> {
  const { [key]: _, ...others } = parts;
  return others;
}

function some<Name extends string, Part>(name: Name, parts: Parts<Part> | undefined): { [N in Name]?: Record<string, Part> } {
  return (parts === undefined || Object.keys(parts).length === 0 ? {} : { [name]: parts }) as { [N in Name]?: Record<string, Part> };
}

function given<Edits extends object>(patch: Patch<Edits>): Partial<Edits> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null && value !== undefined)) as Partial<Edits>;
}
