import type { FieldNode, GraphQLObjectType } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { ShowObject } from './complete.ts';
import { compileField, type Field } from './field.ts';
import { generateObject } from './generate-object.ts';
import { failAfter, isPromise, settle } from './run.ts';
import type { Scope } from './scope.ts';

/** Objects that are shown field by field before a function is generated for them: one-off operations are not worth it. */
const WARM_OBJECTS = 24;

/** The fields of the operation for objects of this type. */
export function compileFields(scope: Scope, type: GraphQLObjectType, selected: ReadonlyMap<string, readonly FieldNode[]>): Field[] {
  return [...selected].flatMap(([key, nodes]) => {
    const field = compileField(scope, type, { key, nodes }, (shown) => compileObject(scope, shown, nodes));
    return field === null ? [] : [field];
  });
}

/** Compiles how objects of a type are shown; nothing is done before the first one. */
function compileObject(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): ShowObject {
  let show: ShowObject | null = null;
  return (source, run, place) => {
    show ??= showFields(compileFields(scope, type, collectSubfields(scope.schema, scope.fragments, scope.conditions, type, nodes)));
    return show(source, run, place);
  };
}

/** Shows objects with these fields, which are resolved side by side. */
export function showFields(fields: readonly Field[]): ShowObject {
  let shown = 0;
  let generated: ShowObject | null = null;
  return (source, run, place) => {
    if (generated !== null) return generated(source, run, place);
    if (++shown > WARM_OBJECTS) generated = generateObject(fields);
    return showEach(fields, source, run, place);
  };
}

/** The same field by field. */
function showEach(fields: readonly Field[], ...[source, run, place]: Parameters<ShowObject>): unknown {
  const object: Record<string, unknown> = {};
  let pending = false;
  try {
    for (const field of fields) {
      const value = field.execute(source, run, place);
      if (isPromise(value)) pending = true;
      setKey(object, field.key, value);
    }
  } catch (error) {
    if (pending) return failAfter(object, error);
    throw error;
  }
  return pending ? settle(object) : object;
}

/** Sets a property of the answer; `__proto__`, which an alias may be called, is one like any other. */
export function setKey(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}
