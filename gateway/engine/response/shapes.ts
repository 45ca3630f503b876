import { isListType, isNonNullType, type GraphQLOutputType, type GraphQLLeafType } from 'graphql';
import { engineErrors } from '../engine.errors.ts';
import { leafWriter } from './leaf.ts';
import { NULL, RAISED, fault, type Pass, type Shape } from './pass.ts';

/** Puts the wrappers of a type, lists and non-nulls, around the shape of what it wraps. @param field its coordinate, for messages */
export function wrapped(type: GraphQLOutputType, field: string, quiet: boolean, named: Shape): Shape {
  if (isNonNullType(type)) return nonNull(wrapped(type.ofType, field, quiet, named), field, quiet);
  if (isListType(type)) return list(wrapped(type.ofType, field, quiet, named), field, String(type));
  return named;
}

/** @param quiet whether what is missing goes without an error: it was not asked for */
function nonNull(shape: Shape, field: string, quiet: boolean): Shape {
  return (value, pass) => {
    const before = pass.faults;
    const text = shape(value, pass);
    if (text !== NULL) return text;
    // What is null because of something below it has been told of already.
    if (pass.faults === before && !(quiet && value === undefined)) fault(pass, () => engineErrors.MISSING_VALUE({ field }));
    return RAISED;
  };
}

function list(item: Shape, field: string, type: string): Shape {
  return (value, pass) => {
    if (value === null || value === undefined) return NULL;
    if (!Array.isArray(value)) {
      fault(pass, () => engineErrors.INVALID_VALUE({ field, type }));
      return NULL;
    }
    const parts = pass.parts?.length ?? 0;
    let text = '[';
    for (let index = 0; index < value.length; index++) {
      pass.account?.path.push(index);
      const each = item(value[index], pass);
      pass.account?.path.pop();
      if (each === RAISED) {
        if (pass.parts !== null) pass.parts.length = parts;
        return NULL;
      }
      text += index === 0 ? each : `,${each}`;
    }
    return `${text}]`;
  };
}

/** The shape of a scalar or an enum. */
export function leaf(type: GraphQLLeafType, field: string): Shape {
  const write = leafWriter(type);
  return (value, pass) => {
    if (value === null || value === undefined) return NULL;
    const text = write(value);
    if (text !== null) return text;
    fault(pass, () => engineErrors.INVALID_VALUE({ field, type: type.name }));
    return NULL;
  };
}

/** The shape of a field that may not be asked for: null, without an error of its own. That is told elsewhere, so nobody above it tells of it. */
export function denied(type: GraphQLOutputType): Shape {
  if (!isNonNullType(type)) return constant(NULL);
  return (_value, pass) => {
    pass.faults++;
    return RAISED;
  };
}

/** The shape of something that is known beforehand. */
export function constant(text: string): Shape {
  return () => text;
}

/** The shape of `__schema` and `__type`, which the gateway answers itself. */
export function introspected(responseName: string): Shape {
  return (_value: unknown, pass: Pass) => pass.introspection[responseName] ?? NULL;
}
