import {
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  locatedError,
  responsePathAsArray,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { compileArguments } from './arguments.ts';
import { compileComplete, type ShowObject } from './complete.ts';
import { plainTest } from './leaf.ts';
import { isPromise, readProperty, type Place, type Run } from './run.ts';
import type { Scope } from './scope.ts';

/** A field of the operation, compiled for one type of object. */
export interface Field {
  key: string;
  name: string;
  kind: 'TYPENAME' | 'PROPERTY' | 'RESOLVED';
  /** Of the type of the object. */
  typename: string;
  required: boolean;
  /** For properties: when the value is shown as it is, as JavaScript over `v`; null: never. */
  plain: string | null;
  /** Resolves and completes it. @throws what makes the object null */
  execute: (source: unknown, run: Run, parent: Place | undefined) => unknown;
  /** For properties: goes on with the value that was read. @throws what makes the object null */
  finish: (value: unknown, source: unknown, run: Run, parent: Place | undefined) => unknown;
}

type Method = (this: unknown, args: object, context: unknown, info: GraphQLResolveInfo) => unknown;

/** Compiles a field. Null when the type has none of this name. */
export function compileField(
  scope: Scope,
  parent: GraphQLObjectType,
  selection: { key: string; nodes: readonly FieldNode[] },
  show: (type: GraphQLObjectType) => ShowObject,
): Field | null {
  const { key, nodes } = selection;
  const [node] = nodes;
  const definition = node === undefined ? undefined : definitionOf(scope.schema, parent, node.name.value);
  if (node === undefined || definition === undefined) return null;
  const { name, type, resolve } = definition;
  const required = isNonNullType(type);
  const complete = compileComplete(type, { schema: scope.schema, parent, name, nodes, show });
  const argumentsOf = compileArguments(definition, node);
  const infoNeeded = asksForInfo(type);

  const placeUnder = (above: Place | undefined): Place => ({ prev: above, key, typename: parent.name });
  const infoOf = (run: Run, place: Place): GraphQLResolveInfo => ({
    fieldName: name,
    fieldNodes: nodes,
    returnType: type,
    parentType: parent,
    path: place,
    schema: scope.schema,
    fragments: scope.fragments,
    rootValue: run.root,
    operation: scope.operation,
    variableValues: run.variables,
  });
  const failed = (raw: unknown, run: Run, place: Place): null => {
    const error = locatedError(raw, nodes, responsePathAsArray(place));
    if (required) throw error;
    run.add(error, place);
    return null;
  };
  const completeOrFail = (value: unknown, run: Run, place: Place, info: GraphQLResolveInfo | null): unknown => {
    const caught = (error: unknown): null => failed(error, run, place);
    if (isPromise(value)) return value.then((settled) => completeOrFail(settled, run, place, info), caught);
    try {
      const completed = complete(value, run, place, info);
      return isPromise(completed) ? completed.then(undefined, caught) : completed;
    } catch (error) {
      return caught(error);
    }
  };
  const finish: Field['finish'] = (value, source, run, above) => {
    const place = placeUnder(above);
    if (typeof value !== 'function') return completeOrFail(value, run, place, infoNeeded ? infoOf(run, place) : null);
    const info = infoOf(run, place);
    try {
      return completeOrFail((value as Method).call(source, argumentsOf(run), run.context, info), run, place, info);
    } catch (error) {
      return failed(error, run, place);
    }
  };
  const execute: Field['execute'] = (source, run, above) => {
    const place = placeUnder(above);
    const info = infoOf(run, place);
    try {
      return completeOrFail(resolve?.(source, argumentsOf(run), run.context, info), run, place, info);
    } catch (error) {
      return failed(error, run, place);
    }
  };
  const about = { key, name, typename: parent.name, required, finish };
  if (definition === TypeNameMetaFieldDef) return { ...about, kind: 'TYPENAME', plain: null, execute: () => parent.name };
  if (resolve != null) return { ...about, kind: 'RESOLVED', plain: null, execute };
  const inner = isNonNullType(type) ? type.ofType : type;
  return {
    ...about,
    kind: 'PROPERTY',
    plain: isLeafType(inner) ? plainTest(inner) : null,
    execute: (source, run, above) => finish(readProperty(source, name), source, run, above),
  };
}

function definitionOf(schema: GraphQLSchema, parent: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent.getFields()[name];
}

/** Whether finding out the type of a value may take the resolver's information. */
function asksForInfo(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isAbstractType(named) || (isObjectType(named) && named.isTypeOf != null);
}
