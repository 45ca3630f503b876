import { computedValue, isMissing, valueOf, type Node } from './data.ts';
import type { Requirement, World, WorldField } from './world.ts';

/** The selection of @requires. */
export function fieldSet(requires: readonly Requirement[]): string {
  return requires.map(({ field, args, inner }) => `${field}${argumentText(args)}${inner === null ? '' : ` { ${inner} }`}`).join(' ');
}

function argumentText(args: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(args);
  return entries.length === 0 ? '' : `(${entries.map(([name, value]) => `${name}: ${literal(value)}`).join(', ')})`;
}

function literal(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${literal(inner)}`)
    .join(', ')} }`;
}

/** What a representation holds of what was required; a hole that no data can have where something is missing. */
export function readInputs(representation: Readonly<Record<string, unknown>>, requires: readonly Requirement[]): unknown {
  return requires.map(({ field, inner }) => read(representation[field], inner));
}

function read(value: unknown, inner: string | null): unknown {
  if (value === undefined) return 'MISSING';
  if (Array.isArray(value)) return value.map((item) => read(item, inner));
  if (inner === null || value === null) return value;
  return read((value as Record<string, unknown>)[inner], null);
}

/** The same, from the whole data. */
export function trueInputs(world: World, node: Node, requires: readonly Requirement[]): unknown {
  return requires.map(({ field, args, inner }) => {
    const value = trueValue(world, node, field, args);
    return inner === null ? value : deep(value, (one) => trueValue(world, one, inner, {}));
  });
}

function deep(value: unknown, of: (node: Node) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => deep(item, of));
  return value === null ? null : of(value as Node);
}

function trueValue(world: World, node: Node, name: string, args: Readonly<Record<string, unknown>>): unknown {
  const field = world.types.get(node.__typename)?.fields.get(name);
  if (field === undefined) throw new Error(`${node.__typename}.${name} is not in this world`);
  return wholeValue(world, node, field, args);
}

/** What the whole says of a field: null where the only subgraph that has it does not have the object. */
export function wholeValue(world: World, node: Node, field: WorldField, args: Readonly<Record<string, unknown>>): unknown {
  if (field.owners.length > 0 && field.owners.every((owner) => isMissing(world, owner, node))) return null;
  return field.requires.length === 0
    ? valueOf(world, node, field, args)
    : computedValue(world, node, field, trueInputs(world, node, field.requires));
}
