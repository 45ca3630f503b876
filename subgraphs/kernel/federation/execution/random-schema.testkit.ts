import {
  GraphQLError,
  buildSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';

const SDL = /* GraphQL */ `
  scalar Odd
  enum Colour {
    RED
    GREEN
  }
  input Shape {
    size: Int = 3
    name: String!
    inner: [Shape!]
  }
  interface Node {
    id: ID!
    label(prefix: String = "p"): String
    peer: Node
  }
  type User implements Node {
    id: ID!
    label(prefix: String = "p"): String
    peer: Node
    age: Int
    score: Float!
    ok: Boolean
    colour: Colour
    odd: Odd
    tags: [String]
    strict: [String!]!
    friend: User
    friends: [User]
    boss: User!
    any: [Any]
    shaped(shape: Shape, n: Int): String
  }
  type Item implements Node {
    id: ID!
    label(prefix: String = "p"): String!
    peer: Node!
    price: Float
    colour: Colour!
    odd: Odd!
    grid: [[Int!]]
    owner: User!
    parts: [Item!]!
    maybe: [Item!]
    any: Any
  }
  union Any = User | Item
  type Query {
    user: User
    item: Item!
    node: Node
    nodes: [Node!]
    any: [Any!]!
    users(first: Int! = 2): [User!]
    shaped(shape: Shape!): String
  }
  type Mutation {
    one: Item
    two: User
    three(n: Int!): Int!
  }
  type Subscription {
    told: User
  }
`;

/** A generator of whole numbers below `limit`, the same for the same seed. */
export type Chance = (limit: number) => number;

/** The same numbers for the same seed. Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Lets what resolvers wait for arrive one after the other, by rank, with everything that follows from it done before the next. */
export class Turns {
  private readonly waiting: { rank: number; go: () => void }[] = [];

  wait(rank: number): Promise<void> {
    if (this.waiting.length === 0) setImmediate(() => this.next());
    return new Promise((go) => this.waiting.push({ rank, go }));
  }

  private next(): void {
    this.waiting.sort((one, two) => one.rank - two.rank);
    this.waiting.shift()?.go();
    if (this.waiting.length > 0) setImmediate(() => this.next());
  }
}

/** Values are made from where they stand and this seed, so that two executions see the same. `faults` in 1 000. */
export interface World {
  seed: number;
  faults: number;
  turns: Turns;
}

function hash(text: string, seed: number): number {
  let value = seed ^ 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** A schema with everything a schema can have, in a random world. */
export function randomSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const odd = schema.getType('Odd') as GraphQLScalarType;
  odd.serialize = (value) => {
    if (value === 'unserializable') throw new GraphQLError('odd indeed', { extensions: { code: 'ODD' } });
    return value === 'nothing' ? undefined : { odd: value };
  };
  const item = schema.getType('Item') as GraphQLObjectType;
  item.isTypeOf = (value) => (value as { [KIND]?: string })[KIND] === 'Item';
  return inRandomWorld(schema);
}

/** What an object knows of itself, beside its fields: a schema may have fields of any name. */
const PLACE = Symbol('place');
const KIND = Symbol('kind');

/** Gives a schema resolvers that give anything: values, nothing, errors, methods, getters that throw, at once or later. The world is the context. */
export function inRandomWorld(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      // Some fields are resolved, others are what the object has.
      const isRoot = ['Query', 'Mutation', 'Subscription'].includes(type.name);
      delete field.resolve;
      if (!isRoot && hash(`${type.name}.${field.name}`, 7) % 3 !== 0) continue;
      field.resolve = (source, args, world: World) => {
        const at = `${(source as { [PLACE]?: string } | undefined)?.[PLACE] ?? ''}/${field.name}${JSON.stringify(args)}`;
        return soon(world, at, () => valueOf(schema, field.type, at, world));
      };
    }
    if (type.name !== 'Item') type.isTypeOf = undefined;
  }
  return schema;
}

function soon(world: World, at: string, make: () => unknown): unknown {
  const dice = hash(at, world.seed + 1);
  if (dice % 3 !== 0) return make();
  return world.turns.wait(hash(at, world.seed + 2)).then(make);
}

function valueOf(schema: GraphQLSchema, type: GraphQLOutputType, at: string, world: World): unknown {
  const dice = hash(at, world.seed);
  if (dice % 1_000 < world.faults) return fault(dice >>> 10, at);
  if (isNonNullType(type)) return valueOf(schema, type.ofType, `${at}!`, world);
  if (isListType(type)) return Array.from({ length: dice % 4 }, (_, index) => itemOf(schema, type.ofType, `${at}[${index}]`, world));
  if (isLeafType(type)) return leafOf(type, dice >>> 4);
  const types = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
  const object = types[dice % types.length];
  return object === undefined ? null : objectOf(schema, object.name, at, world);
}

/**
 * graphql-js hears of nobody who fails beside an item that has made their list null at once. So the items of lists which an item can make null
 * are either all there or all to come.
 */
function itemOf(schema: GraphQLSchema, type: GraphQLOutputType, at: string, world: World): unknown {
  const make = (): unknown => {
    try {
      return valueOf(schema, type, at, world);
    } catch (error) {
      return error instanceof Error ? error : null;
    }
  };
  if (!isNonNullType(type)) return soon(world, at, make);
  return isLeafType(type.ofType) ? make() : world.turns.wait(hash(at, world.seed + 2)).then(make);
}

function fault(dice: number, at: string): unknown {
  switch (dice % 6) {
    case 0:
      throw new GraphQLError(`thrown at ${at}`, { extensions: { code: 'THROWN' } });
    case 1:
      return new Error(`given at ${at}`);
    case 2:
      // oxlint-disable-next-line no-throw-literal, typescript/only-throw-error -- resolvers may
      throw 'no error at all';
    case 3:
      return 'unserializable';
    default:
      return null;
  }
}

const LEAVES: Readonly<Record<string, readonly unknown[]>> = {
  ID: ['a', 7, 'b'],
  String: ['text', 12, true, 'more'],
  Int: [0, -5, 2 ** 31, 1.5, '12', true],
  Float: [1.5, -0, Number.NaN, 3, '2.5'],
  Boolean: [true, false, 1, 'yes'],
  Odd: ['odd', 'nothing', 'unserializable', 5],
};

function leafOf(type: GraphQLLeafType, dice: number): unknown {
  const names = isEnumType(type) ? [...type.getValues().map(({ name }) => name), 'NONE_OF_IT'] : null;
  const of = names ?? LEAVES[type.name] ?? ['anything', { deep: [1] }];
  // The first is what is usual.
  return dice % 4 === 0 ? of[(dice >>> 3) % of.length] : of[0];
}

function objectOf(schema: GraphQLSchema, name: string, at: string, world: World): object {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  const wrongKind = hash(at, world.seed + 5) % 1_000 < world.faults;
  const object: Record<string | symbol, unknown> = {
    [PLACE]: at,
    [KIND]: wrongKind ? 'other' : name,
    __typename: wrongKind && name === 'User' ? 'Colour' : name,
  };
  for (const field of Object.values(type.getFields())) {
    if (field.resolve !== undefined) continue;
    const dice = hash(`${at}.${field.name}`, world.seed + 3);
    const make = (args: unknown = {}): unknown => valueOf(schema, field.type, `${at}.${field.name}${JSON.stringify(args)}`, world);
    if (dice % 5 === 0) object[field.name] = (args: unknown) => soon(world, `${at}.${field.name}()`, () => make(args));
    else Object.defineProperty(object, field.name, { get: () => soon(world, `${at}.${field.name}`, make) });
  }
  return object;
}
