import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ModelAttribute, ModelEntity, ModelRelation, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { ViewUse } from '../model/uses.ts';

export type ViewOperator =
  | 'EQUALS'
  | 'NOT_EQUALS'
  | 'LESS'
  | 'AT_MOST'
  | 'MORE'
  | 'AT_LEAST'
  | 'CONTAINS'
  | 'STARTS_WITH'
  | 'IS_EMPTY'
  | 'IS_NOT_EMPTY';

/** Where a value is: an attribute of the type itself, or of the one a relation leads to. By ids and keys, which no rename changes. */
export interface FieldPath {
  readonly relation: string | null;
  readonly attributeId: string;
  /** As it was called when the view was saved: for those who read that it is lost. */
  readonly said: string;
}

export interface ViewField {
  /** What partners call it; does not change with the model. */
  readonly name: string;
  readonly path: FieldPath;
}

/** A condition; its value is written down or comes with a parameter. */
export interface ViewCondition {
  readonly path: FieldPath;
  readonly operator: ViewOperator;
  readonly parameter: string | null;
  readonly value: string | null;
}

export interface ViewParameter {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
}

/** What a view shows. */
export interface ViewDefinition {
  readonly entityId: string;
  readonly fields: readonly ViewField[];
  readonly filter: readonly ViewCondition[];
  readonly parameters: readonly ViewParameter[];
  readonly order: readonly { readonly path: FieldPath; readonly descending: boolean }[];
}

/** An attribute a path leads to, and the relation it goes through. */
export interface Place {
  readonly entity: ModelEntity;
  readonly relation: ModelRelation | null;
  readonly attribute: ModelAttribute;
}

/** Where a path leads in the model as it is; null: nowhere any more. */
export function placeOf({ entities }: SemanticModel, entityId: string, { relation: key, attributeId }: FieldPath): Place | null {
  const owner = entities.find(({ id }) => id === entityId);
  if (owner === undefined) return null;
  const relation = key === null ? null : (owner.relations.find((each) => (each.key ?? each.name) === key) ?? null);
  if (key !== null && relation === null) return null;
  const entity = relation === null ? owner : entities.find(({ name }) => name === relation.target);
  const attribute = entity?.attributes.find(({ id }) => id === attributeId);
  return entity === undefined || attribute === undefined ? null : { entity, relation, attribute };
}

/** A path written in names, `industry` or `account.industry`; null when it leads nowhere. */
export function pathNamed(model: SemanticModel, owner: ModelEntity, text: string): FieldPath | null {
  const [first = '', second, ...more] = text.split('.');
  if (more.length > 0) return null;
  const relation = second === undefined ? null : owner.relations.find(({ name }) => name === first);
  if (relation === undefined) return null;
  const entity = relation === null ? owner : model.entities.find(({ name }) => name === relation.target);
  const attribute = entity?.attributes.find(({ name }) => name === (second ?? first));
  if (attribute === undefined) return null;
  return { relation: relation === null ? null : (relation.key ?? relation.name), attributeId: attribute.id, said: text };
}

/** A path in names as they are now; what was said when it leads nowhere any more. */
export function pathText(model: SemanticModel, entityId: string, path: FieldPath): string {
  const place = placeOf(model, entityId, path);
  if (place === null) return path.said;
  return place.relation === null ? place.attribute.name : `${place.relation.name}.${place.attribute.name}`;
}

/** What a view holds on to. */
export function useOf(name: string, { entityId, fields, filter, order }: ViewDefinition): ViewUse {
  return { name, entityId, attributeIds: [...new Set([...fields, ...filter, ...order].map(({ path }) => path.attributeId))] };
}
