import {
  GraphQLError,
  defaultTypeResolver,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import type { Complete, FieldPlace } from './complete.ts';
import { isPromise } from './run.ts';

/** Compiles the completion of values of an interface or a union: a type that turns up is compiled when it first does. */
export function completeAbstract(
  type: GraphQLAbstractType,
  completeObject: (type: GraphQLObjectType) => Complete,
  field: FieldPlace,
): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const known = new Map<unknown, Complete>();
  return (value, run, place, info) => {
    const shown = (name: unknown): unknown => {
      let complete = known.get(name);
      if (complete === undefined) known.set(name, (complete = completeObject(possibleType(type, name, value, field))));
      return complete(value, run, place, info);
    };
    const name: unknown = resolveType(value, run.context, info as GraphQLResolveInfo, type);
    return isPromise(name) ? name.then(shown) : shown(name);
  };
}

/** The object type that a value says it is of. @throws GraphQLError when it is none that `type` can be */
function possibleType(type: GraphQLAbstractType, name: unknown, value: unknown, field: FieldPlace): GraphQLObjectType {
  const { schema, nodes } = field;
  const place = `field "${field.parent.name}.${field.name}"`;
  if (name == null)
    throw new GraphQLError(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for ${place}. Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes },
    );
  if (isObjectType(name))
    throw new GraphQLError(
      'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
    );
  if (typeof name !== 'string')
    throw new GraphQLError(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for ${place} with value ${inspect(value)}, received "${inspect(name)}".`,
    );
  const runtime = schema.getType(name);
  if (runtime === undefined)
    throw new GraphQLError(`Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`, {
      nodes,
    });
  if (!isObjectType(runtime))
    throw new GraphQLError(`Abstract type "${type.name}" was resolved to a non-object type "${name}".`, { nodes });
  if (!schema.isSubType(type, runtime))
    throw new GraphQLError(`Runtime Object type "${runtime.name}" is not a possible type for "${type.name}".`, { nodes });
  return runtime;
}
