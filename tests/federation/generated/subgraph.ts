import { buildSubgraphSchema } from '@apollo/subgraph';
import { isObjectType, parse, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { computedValue, isMissing, keyValue, valueOf, type Node } from './data.ts';
import { readInputs, trueInputs } from './requirements.ts';
import { subgraphSdls } from './sdl.ts';
import { keysIn, type World, type WorldField, type WorldType } from './world.ts';
import type { SubgraphModule } from '../kit/federation.ts';
import { asMutation } from './sequence.ts';

type Representation = Readonly<Record<string, unknown>> & { __typename: string };

/** An object as one subgraph holds it: with what came along, or what it may give away. */
interface Held extends Node {
  representation: Representation | null;
  provided: string | null;
}

/** The subgraphs of a world, as modules that compose. */
export function modulesOf(world: World): Readonly<Record<string, SubgraphModule>> {
  return Object.fromEntries([...subgraphSdls(world)].map(([name, sdl]) => [name, { sdl, resolvers: {} }]));
}

/** One subgraph's executable schema. It refuses what it must not be asked, so that a wrong plan shows. */
export function worldSubgraph(world: World, subgraph: string, sdl: string): GraphQLSchema {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) {
      if (type.name === world.interfaceObject?.name) Object.assign(type, { extensions: reference(world, subgraph, type.name) });
      continue;
    }
    if (/^[EJ]\d+$/.test(type.name)) type.extensions = { ...type.extensions, ...reference(world, subgraph, type.name) };
    addResolvers(world, subgraph, type);
  }
  return schema;
}

function addResolvers(world: World, subgraph: string, type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    if (field.name.startsWith('_')) continue;
    field.resolve = (source: Held | undefined, args: Record<string, unknown>, context: object) => {
      const held = source ?? { __typename: type.name, at: type.name, representation: null, provided: null };
      return hold(world, subgraph, held, field.name, args, context);
    };
  }
}

function hold(world: World, subgraph: string, held: Held, name: string, args: Record<string, unknown>, context: object): unknown {
  // An interface object stands for an entity whose type this subgraph does not know.
  const isGuest = held.__typename === world.interfaceObject?.name;
  const node: Node = isGuest ? { __typename: held.at.split('-')[0] ?? '', at: held.at } : asMutation(held, context);
  const field = world.types.get(node.__typename)?.fields.get(name);
  if (node.__typename.endsWith('Ref')) return held.at;
  if (field === undefined) return name === 'ref' ? { __typename: `${node.__typename}Ref`, at: `ref ${node.at}` } : keyValue(node, name);
  const value = answer(world, subgraph, held, node, field, args);
  return deepHold(value, field.provides, isGuest ? held.__typename : null);
}

function answer(world: World, subgraph: string, held: Held, node: Node, field: WorldField, args: Record<string, unknown>): unknown {
  const isValue = field.owners.length === 0;
  if (isValue || field.owners.includes(subgraph)) {
    if (field.requires.length === 0) return valueOf(world, node, field, args);
    if (held.representation !== null) return computedValue(world, node, field, readInputs(held.representation, field.requires));
    // What a path brings along is there to compute with, too.
    if (field.requires.every((one) => one.field === held.provided))
      return computedValue(world, node, field, trueInputs(world, node, field.requires));
    throw new Error(`${field.name} was asked of an object that was not given what it requires`);
  }
  if (held.provided === field.name) return valueOf(world, node, field, args);
  throw new Error(`${subgraph} was asked for ${node.__typename}.${field.name}, which is not its own`);
}

function deepHold(value: unknown, provided: string | null, guest: string | null): unknown {
  if (Array.isArray(value)) return value.map((item) => deepHold(item, provided, guest));
  if (!isNode(value)) return value;
  return {
    ...value,
    __typename: guest !== null && value.__typename.startsWith('E') ? guest : value.__typename,
    representation: null,
    provided,
  } satisfies Held;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'at' in value && '__typename' in value;
}

function reference(world: World, subgraph: string, typeName: string): object {
  const resolveReference = (representation: Representation): Held | null => {
    const name = typeName === world.interfaceObject?.name ? String(representation['id']).split('-')[0] : typeName;
    const type = world.types.get(name ?? '');
    if (type === undefined) throw new Error(`no entities ${name} in this world`);
    const at = numberOf(representation, type, type.name === typeName ? keysIn(world, subgraph, type) : ['id']);
    if (at === null || isMissing(world, subgraph, { __typename: type.name, at })) return null;
    const shown = subgraph === world.interfaceObject?.guest ? typeName : type.name;
    return { __typename: shown, at, representation, provided: null };
  };
  return { apollo: { subgraph: { resolveReference } } };
}

/** Which entity a representation means; null when its parts mean different ones. @throws Error when no whole key is in it */
function numberOf(representation: Representation, type: WorldType, keys: readonly string[]): string | null {
  const numbers = new Map(
    ['id', 'tag', 'code', 'ref'].flatMap((name) => {
      const given = representation[name];
      const text = name === 'ref' ? (given as { id?: unknown } | undefined)?.id : given;
      return typeof text === 'string' ? [[name, name === 'id' ? text : text.slice(name.length + 1)] as const] : [];
    }),
  );
  const isWhole = keys.some((key) =>
    key
      .replace(/\{.*\}/, '')
      .trim()
      .split(' ')
      .every((name) => numbers.has(name)),
  );
  if (!isWhole) throw new Error(`${JSON.stringify(representation)} holds no key of ${type.name}: ${keys.join(', ')}`);
  const [first, ...others] = numbers.values();
  return first !== undefined && others.every((other) => other === first) ? first : null;
}
