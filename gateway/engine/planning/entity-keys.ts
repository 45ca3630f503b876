import type { Schema } from '@apollo/federation-internals';
import { Kind, parse } from 'graphql';

/** By `subgraph type`: the names at the top of each key by which the subgraph resolves entities of the type. */
export type EntityKeys = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The keys that a supergraph tells of. */
export function entityKeysOf(schema: Schema): EntityKeys {
  const graph = schema.type('join__Graph');
  const graphs = new Map<string, string>();
  for (const value of graph?.kind === 'EnumType' ? graph.values : []) {
    for (const applied of value.appliedDirectivesOf('join__graph'))
      graphs.set(value.name, String((applied.arguments() as { name?: unknown }).name));
  }
  const keys = new Map<string, string[][]>();
  for (const type of [...schema.objectTypes(), ...schema.interfaceTypes()]) {
    for (const applied of type.appliedDirectivesOf('join__type')) {
      const { graph: at, key, resolvable } = applied.arguments() as { graph?: string; key?: string; resolvable?: boolean };
      if (key === undefined || resolvable === false) continue;
      const name = `${graphs.get(at ?? '') ?? ''} ${type.name}`;
      keys.set(name, [...(keys.get(name) ?? []), topNames(key)]);
    }
  }
  return keys;
}

function topNames(fieldSet: string): string[] {
  const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}
