import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';

/** What a saved view shows, by id. */
export interface ViewUse {
  readonly name: string;
  readonly entityId: string;
  /** Ids of attributes, of its own type and of those it reaches. */
  readonly attributeIds: readonly string[];
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** What keeps an entity type from being removed, in half sentences. */
export function usesOfType(entity: ModelEntity, { entities }: SemanticModel, views: readonly ViewUse[]): string[] {
  const leading = entities
    .filter(({ id }) => id !== entity.id)
    .flatMap((other) => other.relations.filter(({ target }) => target === entity.name).map(({ name }) => `${other.name}.${name}`));
  return [
    ...(entity.custom === true ? [] : ['it comes from mappings']),
    ...(entity.sources.length === 0 ? [] : [`${counted(entity.sources.length, 'table')} feed it`]),
    ...(leading.length === 0 ? [] : [`${leading.join(', ')} leads to it`]),
    ...shownBy(views.filter(({ entityId }) => entityId === entity.id)),
  ];
}

/** What keeps an attribute from being removed. */
export function usesOfAttribute(entity: ModelEntity, name: string, isCreated: boolean, views: readonly ViewUse[]): string[] {
  const fed = entity.sources.filter(({ fields }) => fields.some(({ attribute }) => attribute === name)).length;
  const attribute = entity.attributes.find((each) => each.name === name);
  const computed = entity.attributes.filter((each) => each.computed?.inputs.includes(name) === true).map((each) => each.name);
  return [
    ...(isCreated ? [] : ['it comes from mappings']),
    ...(fed === 0 ? [] : [`columns of ${counted(fed, 'table')} feed it`]),
    ...(computed.length === 0 ? [] : [`${computed.join(', ')} is worked out of it`]),
    ...shownBy(views.filter(({ attributeIds }) => attribute !== undefined && attributeIds.includes(attribute.id))),
  ];
}

function shownBy(views: readonly ViewUse[]): string[] {
  return views.length === 0
    ? []
    : [`the view “${views[0]?.name ?? ''}” shows it${views.length > 1 ? ` and ${views.length - 1} more` : ''}`];
}
