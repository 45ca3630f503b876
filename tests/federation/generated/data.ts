import { Kind, parseType, type TypeNode } from 'graphql';
import { hash, targetsOf, type World, type WorldField } from './world.ts';

/** An object of the world: what it is, and which one. */
export interface Node {
  __typename: string;
  /** An entity's number, a value's place. */
  at: string;
}

/** How errors begin that belong to the data. */
export const DATA_ERROR = 'no value at';

const ENTITIES_PER_TYPE = 4;
const LEAVES: Readonly<Record<string, (h: number, at: string) => unknown>> = {
  String: (_, at) => `s:${at}`,
  Int: (h) => h % 1000,
  Float: (h) => (h % 1000) / 4,
  Boolean: (h) => h % 2 === 0,
  ID: (h) => `id${h % 50}`,
  Color: (h) => ['RED', 'GREEN', 'BLUE'][h % 3],
  Json: (h) => (h % 2 === 0 ? { __typename: 'E0', id: h % 10, list: [{}, null] } : [h % 10, { id: null }]),
};

/** What a base of a field's type is, when it is no object. */
export const LEAF_NAMES: readonly string[] = Object.keys(LEAVES);

/** The value of a field of an object: the same in every subgraph and in the whole. @throws Error where this world's data has an error */
export function valueOf(world: World, node: Node, field: WorldField, args: Readonly<Record<string, unknown>>): unknown {
  const at = `${node.at}.${field.name}${Object.keys(args).length === 0 ? '' : JSON.stringify(args)}`;
  if (field.fails && hash(`${world.seed} fails ${at}`) % 3 === 0) throw new Error(`${DATA_ERROR} ${at}`);
  return wrapped(world, field, parseType(field.type, { noLocation: true }), at);
}

/** The value of a computed field, given what it reads. */
export function computedValue(world: World, node: Node, field: WorldField, inputs: unknown): unknown {
  return valueOf(world, { ...node, at: `${node.at}<${JSON.stringify(inputs)}>` }, field, {});
}

function wrapped(world: World, field: WorldField, type: TypeNode, at: string): unknown {
  const h = hash(`${world.seed} ${at}`);
  if (type.kind === Kind.NON_NULL_TYPE) return present(world, field, type.type, at, h);
  return h % 5 === 0 ? null : present(world, field, type, at, h);
}

function present(world: World, field: WorldField, type: Exclude<TypeNode, { kind: Kind.NON_NULL_TYPE }>, at: string, h: number): unknown {
  if (type.kind === Kind.LIST_TYPE) return Array.from({ length: h % 4 }, (_, index) => wrapped(world, field, type.type, `${at}[${index}]`));
  const leaf = LEAVES[field.base];
  return leaf === undefined ? nodeOf(world, field, at, h) : leaf(h, at);
}

function nodeOf(world: World, field: WorldField, at: string, h: number): Node | null {
  const targets = targetsOf(world, field);
  const name = targets[h % Math.max(targets.length, 1)];
  const type = name === undefined ? undefined : world.types.get(name);
  if (type === undefined) return null;
  return { __typename: type.name, at: type.keys.length === 0 ? at : `${type.name}-${(h >>> 8) % ENTITIES_PER_TYPE}` };
}

/** The value of a field that tells one entity from another. */
export function keyValue(node: Node, name: string): unknown {
  return name === 'id' ? node.at : name === 'ref' ? { id: `ref ${node.at}` } : `${name} ${node.at}`;
}

/** Whether the subgraph has nothing on this entity. */
export function isMissing(world: World, subgraph: string, node: Node): boolean {
  return world.gaps.has(`${subgraph} ${node.__typename}`) && hash(`${world.seed} gap ${node.at}`) % 3 === 0;
}
