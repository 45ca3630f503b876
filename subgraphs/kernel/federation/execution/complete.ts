import {
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { completeAbstract } from './abstract.ts';
import { serialize } from './leaf.ts';
import { completeList } from './list.ts';
import { isPromise, type Place, type Run } from './run.ts';

/**
 * Turns what a resolver gave into what the answer shows, a promise of it when something is still to come. `info` is null where nobody below
 * asks for it. @throws what makes the value null
 */
export type Complete = (value: unknown, run: Run, place: Place, info: GraphQLResolveInfo | null) => unknown;

/** Shows an object of one type. @throws what makes it null */
export type ShowObject = (source: unknown, run: Run, place: Place | undefined) => unknown;

/** The field whose values are completed. */
export interface FieldPlace {
  schema: GraphQLSchema;
  parent: GraphQLObjectType;
  name: string;
  nodes: readonly FieldNode[];
  /** How objects of a type are shown under this field. */
  show: (type: GraphQLObjectType) => ShowObject;
}

/** Compiles the completion of values of this type. The semantics are those of graphql-js, to the words of its errors. */
export function compileComplete(type: GraphQLOutputType, field: FieldPlace): Complete {
  if (isNonNullType(type)) return completeNonNull(compileComplete(type.ofType, field), field);
  if (isLeafType(type)) return completeLeaf(type);
  const complete = completePresent(type, field);
  return (value, run, place, info) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(value, run, place, info);
  };
}

const leaves = new WeakMap<GraphQLLeafType, Complete>();

/** The same function for all fields of a type: most fields are leaves. */
function completeLeaf(type: GraphQLLeafType): Complete {
  let complete = leaves.get(type);
  if (complete === undefined) {
    complete = (value) => {
      if (value === null || value === undefined) return null;
      if (value instanceof Error) throw value;
      return serialize(type, value);
    };
    leaves.set(type, complete);
  }
  return complete;
}

/** Compiles the completion of objects of one type. */
function completeObject(type: GraphQLObjectType, { show, nodes }: FieldPlace): Complete {
  const showObject = show(type);
  const { isTypeOf } = type;
  if (isTypeOf == null) return (value, run, place) => showObject(value, run, place);
  return (value, run, place, info) => {
    const checked = (itIs: unknown): unknown => {
      if (itIs) return showObject(value, run, place);
      throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes });
    };
    const itIs = isTypeOf(value, run.context, info as GraphQLResolveInfo);
    return isPromise(itIs) ? itIs.then(checked) : checked(itIs);
  };
}

function completePresent(type: GraphQLOutputType, field: FieldPlace): Complete {
  if (isListType(type)) return completeList(type.ofType, compileComplete(type.ofType, field), field);
  if (isAbstractType(type)) return completeAbstract(type, (runtime) => completeObject(runtime, field), field);
  if (isObjectType(type)) return completeObject(type, field);
  throw new Error(`Cannot complete value of unexpected output type: ${inspect(type)}`);
}

function completeNonNull(complete: Complete, { parent, name }: FieldPlace): Complete {
  const known = (completed: unknown): unknown => {
    if (completed === null) throw new Error(`Cannot return null for non-nullable field ${parent.name}.${name}.`);
    return completed;
  };
  return (value, run, place, info) => {
    const completed = complete(value, run, place, info);
    return isPromise(completed) ? completed.then(known) : known(completed);
  };
}
