import {
  EnumType,
  InputObjectType,
  InterfaceType,
  ObjectType,
  UnionType,
  baseType,
  type ArgumentDefinition,
  type EnumValue,
  type FieldDefinition,
  type InputFieldDefinition,
  type NamedType,
  type Schema,
} from '@apollo/federation-internals';
import type { Contract } from './contract.ts';
import { usesHidden } from './default-values.ts';
import { reachableTypes } from './reachable-types.ts';

export type Fielded = ObjectType | InterfaceType;
type Field = FieldDefinition<ObjectType> | FieldDefinition<InterfaceType>;
type Argument = ArgumentDefinition<FieldDefinition<ObjectType>> | ArgumentDefinition<FieldDefinition<InterfaceType>>;

/** Whatever a contract can take out of what callers see. */
export type HideableElement = NamedType | Field | Argument | InputFieldDefinition | EnumValue;

/**
 * All that has to be hidden for a contract to be kept and for what is left to be a schema of its own: what its tags say, and what cannot
 * stand without it. `known` says what is tagged how, and what is hidden already.
 */
export function hiddenElements(
  schema: Schema,
  contract: Contract,
  known: { tags: ReadonlyMap<object, ReadonlySet<string>>; hidden: Iterable<HideableElement> },
): ReadonlySet<HideableElement> {
  const hidden = new Set(known.hidden);
  const types = ownTypes(schema);
  hideByTags(types, hidden, contract, (element) => known.tags.get(element) ?? new Set());
  // Hiding only ever adds, so this ends.
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const type of types) if (!hidden.has(type)) hideDependents(type, hidden);
    const reachable = reachableTypes(schema, hidden);
    for (const type of types) if (!reachable.has(type)) hidden.add(type);
  }
  return hidden;
}

/** Without the types of the features that a supergraph links. */
function ownTypes(schema: Schema): NamedType[] {
  const features = [...(schema.coreFeatures?.allFeatures() ?? [])];
  return schema.types().filter((type) => !features.some((feature) => feature.isFeatureDefinition(type)));
}

function hideByTags(
  types: readonly NamedType[],
  hidden: Set<HideableElement>,
  { include, exclude }: Contract,
  tagsOf: (element: HideableElement) => ReadonlySet<string>,
): void {
  const carries = (element: HideableElement, tags: readonly string[]): boolean => tags.some((tag) => tagsOf(element).has(tag));
  const hideExcluded = (elements: readonly HideableElement[]): void => {
    for (const element of elements) if (carries(element, exclude)) hidden.add(element);
  };
  hideExcluded(types);
  for (const type of types) {
    if (type instanceof EnumType) hideExcluded(type.values);
    if (type instanceof InputObjectType) hideExcluded(type.fields());
    if (!isFielded(type)) continue;
    for (const field of fieldsOf(type)) {
      hideExcluded([field, ...field.arguments()]);
      if (include.length > 0 && !carries(field, include) && !carries(type, include)) hidden.add(field);
    }
  }
}

function hideDependents(type: NamedType, hidden: Set<HideableElement>): void {
  if (isFielded(type)) {
    for (const field of fieldsOf(type)) hideField(field, hidden);
    for (const implemented of type.interfaces()) alignWithInterface(type, implemented, hidden);
    hideWhenEmpty(type, fieldsOf(type), hidden);
  }
  if (type instanceof InputObjectType) {
    for (const field of type.fields()) {
      if (isTypeHidden(field, hidden) || usesHidden(field, hidden)) hidden.add(field);
      if (hidden.has(field) && field.isRequired()) hidden.add(type);
    }
    hideWhenEmpty(type, type.fields(), hidden);
  }
  if (type instanceof EnumType) hideWhenEmpty(type, type.values, hidden);
  if (type instanceof UnionType) hideWhenEmpty(type, type.types(), hidden);
}

function hideField(field: Field, hidden: Set<HideableElement>): void {
  if (isTypeHidden(field, hidden)) hidden.add(field);
  for (const argument of field.arguments()) {
    if (isTypeHidden(argument, hidden) || usesHidden(argument, hidden)) hidden.add(argument);
    // Nobody could ask for the field any more.
    if (hidden.has(argument) && argument.isRequired()) hidden.add(field);
  }
}

/** What an interface promises has to be there in what implements it, so what is not, is not promised either. */
function alignWithInterface(type: Fielded, implemented: InterfaceType, hidden: Set<HideableElement>): void {
  for (const promised of implemented.fields()) {
    const field = type.field(promised.name);
    if (field === undefined) continue;
    if (hidden.has(field)) hidden.add(promised);
    for (const argument of field.arguments()) {
      const promisedArgument = promised.argument(argument.name);
      if (promisedArgument === undefined) continue;
      if (hidden.has(argument)) hidden.add(promisedArgument);
      else if (hidden.has(promisedArgument) && argument.isRequired()) hidden.add(argument);
    }
  }
}

function hideWhenEmpty(type: NamedType, parts: readonly HideableElement[], hidden: Set<HideableElement>): void {
  if (parts.every((part) => hidden.has(part))) hidden.add(type);
}

function isTypeHidden({ type }: Field | Argument | InputFieldDefinition, hidden: ReadonlySet<HideableElement>): boolean {
  return type !== undefined && hidden.has(baseType(type));
}

function isFielded(type: NamedType): type is Fielded {
  return type instanceof ObjectType || type instanceof InterfaceType;
}

function fieldsOf(type: Fielded): readonly Field[] {
  return type.fields();
}
