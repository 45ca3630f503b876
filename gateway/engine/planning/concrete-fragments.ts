import type { Schema } from '@apollo/federation-internals';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { kept } from './conditions.ts';

/** Interfaces that some subgraph knows as one object type. */
export function interfaceObjectsOf(schema: Schema): ReadonlySet<string> {
  const isObject = (applied: { arguments: () => unknown }): boolean =>
    (applied.arguments() as { isInterfaceObject?: boolean }).isInterfaceObject === true;
  return new Set(schema.interfaceTypes().flatMap((type) => (type.appliedDirectivesOf('join__type').some(isObject) ? [type.name] : [])));
}

/**
 * The document with fragments on concrete types where an object may be one whose type its subgraph does not know: the planner does not find its way
 * from such a place into a fragment on another interface or a union. Neither does it from an object into a deferred fragment on one.
 */
export function withConcreteFragments(document: DocumentNode, schema: GraphQLSchema, interfaceObjects: ReadonlySet<string>): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const rewriting: Rewriting = { schema, interfaceObjects, fragments };
  return {
    ...document,
    definitions: document.definitions.map((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) return definition;
      const type =
        definition.kind === Kind.OPERATION_DEFINITION
          ? schema.getRootType(definition.operation)
          : schema.getType(definition.typeCondition.name.value);
      return isCompositeType(type) ? { ...definition, selectionSet: setIn(rewriting, definition.selectionSet, type) } : definition;
    }),
  };
}

interface Rewriting {
  schema: GraphQLSchema;
  interfaceObjects: ReadonlySet<string>;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function setIn(rewriting: Rewriting, set: SelectionSetNode, type: GraphQLCompositeType): SelectionSetNode {
  return { ...set, selections: set.selections.flatMap((selection) => selectionIn(rewriting, selection, type)) };
}

function selectionIn(rewriting: Rewriting, selection: SelectionNode, type: GraphQLCompositeType): SelectionNode[] {
  if (selection.kind === Kind.FIELD) {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
    const below = field === undefined ? undefined : getNamedType(field.type);
    if (selection.selectionSet === undefined || !isCompositeType(below)) return [selection];
    return [{ ...selection, selectionSet: setIn(rewriting, selection.selectionSet, below) }];
  }
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : rewriting.fragments.get(selection.name.value);
  const named = fragment?.typeCondition?.name.value;
  const condition = named === undefined ? type : rewriting.schema.getType(named);
  if (fragment === undefined || !isCompositeType(condition)) return [selection];
  // Below a fragment that was made concrete there may be others that are for other types.
  if (isObjectType(type) && commonTypes(rewriting.schema, type, condition).length === 0) return [];
  const mustSplit = rewriting.interfaceObjects.has(type.name) && condition !== type && isAbstractType(condition);
  if (!mustSplit && selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
  const types = mustSplit ? commonTypes(rewriting.schema, type, condition) : [isObjectType(type) ? type : condition];
  const { directives = [] } = selection;
  return types.map((one) => ({
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: one.name } },
    directives,
    selectionSet: kept(setIn(rewriting, fragment.selectionSet, one)),
  }));
}

function commonTypes(schema: GraphQLSchema, one: GraphQLCompositeType, other: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  const types = isAbstractType(one) ? schema.getPossibleTypes(one) : [one];
  return types.filter((type) => (isAbstractType(other) ? schema.isSubType(other, type) : other === type));
}
