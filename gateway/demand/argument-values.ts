import { Kind, valueFromASTUntyped, type GraphQLField, type OperationDefinitionNode, type ValueNode, type FieldNode } from 'graphql';
import type { Reading } from './cost-function.ts';

/** An argument's value: written in the document, or known with the variables. `undefined`: it is not given. */
export type Value = { kind: 'KNOWN'; value: unknown } | { kind: 'OPEN'; read: (reading: Reading) => unknown };

export type Defaults = ReadonlyMap<string, unknown>;

/** The defaults of an operation's variables, by name. */
export function variableDefaults(operation: OperationDefinitionNode): Defaults {
  const defined = operation.variableDefinitions ?? [];
  return new Map(
    defined.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
    ),
  );
}

/** The values of a field's arguments, defaults of the schema and of the variables among them. */
export function argumentValues(field: GraphQLField<unknown, unknown>, node: FieldNode, defaults: Defaults): Map<string, Value> {
  const given = new Map((node.arguments ?? []).map(({ name, value }) => [name.value, value]));
  return new Map(
    field.args.map(({ name, defaultValue }) => {
      const written = given.get(name);
      if (written === undefined) return [name, { kind: 'KNOWN', value: defaultValue }] as const;
      const value = valueOf(written, defaults);
      if (value.kind === 'KNOWN' || defaultValue === undefined) return [name, value] as const;
      return [name, { kind: 'OPEN', read: (reading) => orElse(value.read(reading), defaultValue) }] as const;
    }),
  );
}

/** A variable that is not given leaves the argument out; one that is null does not. */
function orElse(value: unknown, otherwise: unknown): unknown {
  return value === undefined ? otherwise : value;
}

function valueOf(node: ValueNode, defaults: Defaults): Value {
  if (node.kind === Kind.VARIABLE) {
    const { value: name } = node.name;
    const fallback = defaults.get(name);
    return {
      kind: 'OPEN',
      read: ({ variables }) => (Object.hasOwn(variables, name) && variables[name] !== undefined ? variables[name] : fallback),
    };
  }
  if (node.kind === Kind.LIST) return together(node.values, defaults, (values) => [...values]);
  if (node.kind === Kind.OBJECT) {
    const names = node.fields.map(({ name }) => name.value);
    const inside = node.fields.map(({ value }) => value);
    return together(inside, defaults, (values) => Object.fromEntries(names.map((name, index) => [name, values[index]])));
  }
  return { kind: 'KNOWN', value: valueFromASTUntyped(node) };
}

function together(nodes: readonly ValueNode[], defaults: Defaults, make: (values: readonly unknown[]) => unknown): Value {
  const values = nodes.map((node) => valueOf(node, defaults));
  if (values.every(({ kind }) => kind === 'KNOWN')) return { kind: 'KNOWN', value: make(values.map((value) => resolved(value, NOTHING))) };
  return { kind: 'OPEN', read: (reading) => make(values.map((value) => resolved(value, reading))) };
}

const NOTHING: Reading = { variables: {}, unsliced: null };

/** The value with these variables. */
export function resolved(value: Value, reading: Reading): unknown {
  return value.kind === 'KNOWN' ? value.value : value.read(reading);
}
