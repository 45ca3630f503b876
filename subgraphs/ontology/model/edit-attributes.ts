import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ModelEntity, Semantic } from '../../../schema/events/semantic-model.ts';
import type { ChangeOf } from './change.ts';
import { withAttribute, without } from './edit-overlay.ts';
import type { EditContext } from './edit.ts';
import { ExpressionFault, type ValueKind } from './expression/ast.ts';
import { checked, kindOf } from './expression/check.ts';
import { parsed } from './expression/parse.ts';
import { printed } from './expression/print.ts';
import { modelErrors } from './model.errors.ts';
import { PART_NAME, attributeNamed, entityNamed, freeKey, keyOf } from './names.ts';
import type { Overlay } from './overlay.ts';
import { usesOfAttribute } from './uses.ts';

const CURRENCY = /^[A-Z]{3}$/;
const TYPES: Readonly<Record<ValueKind, ColumnType>> = { NUMBER: 'DECIMAL', TEXT: 'TEXT', BOOLEAN: 'BOOLEAN', DATE: 'DATE' };
const SEMANTICS: Readonly<Record<ColumnType, Semantic>> = {
  TEXT: 'TEXT',
  INTEGER: 'QUANTITY',
  DECIMAL: 'QUANTITY',
  MONEY: 'AMOUNT',
  PERCENT: 'RATE',
  BOOLEAN: 'FLAG',
  DATE: 'DATE',
  DATETIME: 'DATE',
};

/** Adds an attribute, worked out of others where it has an expression. @throws DomainError */
export function addAttribute(change: ChangeOf<'ADD_ATTRIBUTE'>, { overlay, draft }: EditContext): Overlay {
  const entity = entityNamed(draft.model, change.entityType);
  const { name, label, description, synonyms, unit } = change;
  checkPartName(name, entity, null);
  const computed = change.expression === null ? null : expressionOf(change.expression, entity, name);
  const type = change.type ?? (computed === null ? 'TEXT' : TYPES[computed.kind]);
  if (computed !== null) checkKind(name, computed.kind, type);
  checkUnit(type, unit);
  const key = freeKey(name, keysOf(entity, overlay));
  return withAttribute(overlay, keyOf(entity), key, {
    created: true,
    ...(key === name ? {} : { name }),
    label: label ?? name,
    type,
    semantic: change.semantic ?? SEMANTICS[type],
    unit,
    description,
    synonyms: synonyms === null ? null : [...synonyms],
    expression: computed?.text ?? null,
  });
}

/** Changes what is said of an attribute. @throws DomainError */
export function changeAttribute(change: ChangeOf<'CHANGE_ATTRIBUTE'>, { overlay, draft }: EditContext): Overlay {
  const entity = entityNamed(draft.model, change.entityType);
  const attribute = attributeNamed(entity, change.attribute);
  const { name, label, description, synonyms, unit, semantic } = change;
  if (name !== null) checkPartName(name, entity, attribute.name);
  const type = change.type ?? attribute.type;
  if (change.expression !== null && attribute.computed == null)
    throw modelErrors.ONTOLOGY_EDIT_INVALID({ reason: `“${attribute.name}” is fed by sources: add another attribute for the expression.` });
  const text = change.expression ?? attribute.computed?.expression ?? null;
  const computed = text === null ? null : expressionOf(text, entity, attribute.name);
  if (computed !== null) checkKind(attribute.name, computed.kind, type);
  if (change.type !== null && change.type !== attribute.type && isDerived(draft, entity, keyOf(attribute)))
    throw modelErrors.ONTOLOGY_EDIT_INVALID({
      reason: `“${attribute.name}” is told from the words of a column: its type stays ${attribute.type}.`,
    });
  checkUnit(type, unit);
  return withAttribute(overlay, keyOf(entity), keyOf(attribute), {
    name,
    label,
    type: change.type,
    semantic,
    unit,
    description,
    synonyms: synonyms === null ? null : [...synonyms],
    expression: change.expression === null ? null : (computed?.text ?? null),
  });
}

/** Takes an attribute out that somebody made; its values stay where they are. @throws ONTOLOGY_IN_USE */
export function removeAttribute(change: ChangeOf<'REMOVE_ATTRIBUTE'>, { overlay, draft, views }: EditContext): Overlay {
  const entity = entityNamed(draft.model, change.entityType);
  const attribute = attributeNamed(entity, change.attribute);
  const edits = overlay.entities[keyOf(entity)]?.attributes?.[keyOf(attribute)];
  const links = Object.values(overlay.entities).flatMap(({ relations = {} }) => Object.values(relations));
  const linking = links.some((each) => each.attribute === keyOf(attribute) || each.targetAttribute === keyOf(attribute));
  const uses = [
    ...usesOfAttribute(entity, attribute.name, edits?.created === true, views),
    ...(linking ? ['a relation links by its values'] : []),
  ];
  if (uses.length > 0) throw modelErrors.ONTOLOGY_IN_USE({ name: attribute.name, uses: uses.join('; ') });
  return without(overlay, keyOf(entity), { attribute: keyOf(attribute) });
}

/** A name that is free in its entity type. @throws DomainError */
export function checkPartName(name: string, entity: ModelEntity, own: string | null): void {
  if (!PART_NAME.test(name))
    throw modelErrors.ONTOLOGY_EDIT_INVALID({ reason: `“${name}” is no name for it: such as closeDate, letters and digits, 60 at most.` });
  const taken = [...entity.attributes, ...entity.relations].some(
    (each) => each.name !== own && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw modelErrors.ONTOLOGY_NAME_TAKEN({ name, where: `in ${entity.name}` });
}

/** Keys of everything an entity type has, or had before an edit. */
export function keysOf(entity: ModelEntity, overlay: Overlay): ReadonlySet<string> {
  const { attributes = {}, relations = {} } = overlay.entities[keyOf(entity)] ?? {};
  return new Set([...entity.attributes.map(keyOf), ...entity.relations.map(keyOf), ...Object.keys(attributes), ...Object.keys(relations)]);
}

/** An expression that people wrote in names, in keys. */
function expressionOf(text: string, entity: ModelEntity, name: string): { text: string; kind: ValueKind } {
  const keys = new Map(entity.attributes.map((attribute) => [attribute.name, keyOf(attribute)]));
  try {
    const tree = parsed(text);
    const kind = checked(tree, (attribute) => entity.attributes.find((each) => each.name === attribute)?.type);
    return { text: printed(tree, (each) => keys.get(each) ?? each), kind };
  } catch (error) {
    if (error instanceof ExpressionFault) throw modelErrors.ONTOLOGY_EXPRESSION_INVALID({ name, fault: error.message });
    throw error;
  }
}

function checkKind(name: string, kind: ValueKind, type: ColumnType): void {
  if (kindOf(type) !== kind)
    throw modelErrors.ONTOLOGY_EXPRESSION_INVALID({ name, fault: `It comes to ${kind.toLowerCase()}, which is no ${type}.` });
}

function checkUnit(type: ColumnType, unit: string | null): void {
  if (unit !== null && type === 'MONEY' && !CURRENCY.test(unit))
    throw modelErrors.ONTOLOGY_EDIT_INVALID({ reason: `“${unit}” is no currency: money has a code of three letters, such as EUR.` });
}

function isDerived({ base, baseBindings }: EditContext['draft'], entity: ModelEntity, key: string): boolean {
  const column = base.entities.find(({ id }) => id === entity.id)?.attributes.find(({ name }) => name === key)?.column;
  return baseBindings.some(
    (binding) => binding.entity === keyOf(entity) && [...binding.valueMaps, ...binding.concats].some((each) => each.column === column),
  );
}
