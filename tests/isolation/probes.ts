import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Knowledge } from './knowledge.ts';
import { selectionOf, write, type Selected } from './selection.ts';

const MAX_COMBINATIONS = 24;
const MAX_ENTITIES = 8;

/** One graph that can be asked: a subgraph, or all of them behind the gateway. */
export interface Door {
  name: string;
  schema: GraphQLSchema;
  /** How deep replies are read. */
  depth: number;
  /** Key field of each entity type that `_entities` resolves here. */
  keys: Readonly<Record<string, string>>;
}

/** One operation with arguments that name somebody's things. */
export interface Probe {
  door: string;
  /** `Query.connection`, `Mutation.…`, or the entity type asked for by its key. */
  about: string;
  query: string;
  variables: Record<string, unknown>;
  selection: readonly Selected[];
}

/** Values for arguments that nothing a tenant reads would tell. */
export type Recipes = Readonly<Record<string, readonly unknown[]>>;

export type OperationKind = 'query' | 'mutation' | 'subscription';
const OWNERS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** All probes of a kind that this knowledge allows. */
export function probesOf(door: Door, kind: OperationKind, knowledge: Knowledge, recipes: Recipes): Probe[] {
  const root = door.schema.getRootType(kind as never);
  const fields = Object.values(root?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'));
  const roots = fields.flatMap((field) => rootProbes(door, kind, field, knowledge, recipes));
  return kind === 'query' ? [...roots, ...entityProbes(door, knowledge, recipes)] : roots;
}

function rootProbes(
  door: Door,
  kind: OperationKind,
  field: GraphQLField<unknown, unknown>,
  knowledge: Knowledge,
  recipes: Recipes,
): Probe[] {
  const of = getNamedType(field.type);
  return combinations(field.args, `${OWNERS[kind]}.${field.name}`, of.name, knowledge, recipes).map((variables) =>
    probeOf(door, kind, field, variables),
  );
}

function probeOf(door: Door, kind: OperationKind, field: GraphQLField<unknown, unknown>, variables: Record<string, unknown>): Probe {
  const of = getNamedType(field.type);
  const owner = OWNERS[kind];
  const children = selectionOf(door.schema, of.name, door.depth);
  const selection: Selected[] = [{ on: owner, field: field.name, key: 'it', children }];
  const body = isCompositeType(of) ? ` ${write(children)}` : '';
  const used = field.args.filter(({ name }) => name in variables);
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  // A subscription has one root field, and no other beside it.
  const typed = kind === 'subscription' ? '' : '__typename ';
  const query = `${kind}${declared === '' ? '' : ` (${declared})`} { ${typed}it: ${field.name}${passed === '' ? '' : `(${passed})`}${body} }`;
  return { door: door.name, about: `${owner}.${field.name}`, query, variables, selection };
}

/** Entities by their keys, with everything of them; and each list of theirs from every cursor known. */
function entityProbes(door: Door, knowledge: Knowledge, recipes: Recipes): Probe[] {
  return Object.entries(door.keys).flatMap(([typeName, key]) => {
    const of = knowledge
      .of(`${typeName}.${key}`)
      .slice(0, MAX_ENTITIES)
      .map((value) => ({ __typename: typeName, [key]: value }));
    const type = door.schema.getType(typeName);
    if (of.length === 0 || !isObjectType(type)) return [];
    const whole = selectionOf(door.schema, typeName, door.depth);
    const asked = (selection: readonly Selected[], body: string, declared = '', variables = {}): Probe => ({
      door: door.name,
      about: typeName,
      query: `query ($of: [_Any!]!${declared}) { __typename it: _entities(representations: $of) ${body} }`,
      variables: { of, ...variables },
      selection: [{ on: 'Query', field: '_entities', key: 'it', children: selection }],
    });
    const further = Object.values(type.getFields()).flatMap((field) =>
      combinations(field.args, `${typeName}.${field.name}`, getNamedType(field.type).name, knowledge, recipes).flatMap((variables) => {
        const used = field.args.filter(({ name }) => name in variables);
        if (used.length === 0) return [];
        const children = selectionOf(door.schema, getNamedType(field.type).name, door.depth);
        const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
        const declared = used.map(({ name, type: argument }) => `, $${name}: ${String(argument)}`).join('');
        const one: Selected = { on: typeName, field: field.name, key: 'one', children };
        const body = `{ __typename ... on ${typeName} { one: ${field.name}(${passed})${children.length === 0 ? '' : ` ${write(children)}`} } }`;
        return [asked([one], body, declared, variables)];
      }),
    );
    return [asked(whole, write(whole)), ...further];
  });
}

/** Variables for a field: with what it needs, then with each optional argument that something is known for. */
function combinations(
  args: readonly GraphQLArgument[],
  coordinate: string,
  returns: string,
  knowledge: Knowledge,
  recipes: Recipes,
): Record<string, unknown>[] {
  const valuesOf = ({ name, type }: GraphQLArgument): unknown[] => valuesFor(type, name, coordinate, returns, knowledge, recipes);
  const isNeeded = (argument: GraphQLArgument): boolean => isNonNullType(argument.type) && argument.defaultValue === undefined;
  let needed: Record<string, unknown>[] = [{}];
  for (const argument of args.filter(isNeeded))
    needed = needed.flatMap((variables) => valuesOf(argument).map((value) => ({ ...variables, [argument.name]: value })));
  const [first] = needed;
  if (first === undefined) return [];
  const optional = args
    .filter((argument) => !isNeeded(argument))
    .flatMap((argument) => valuesOf(argument).map((value) => ({ ...first, [argument.name]: value })));
  return [...needed, ...optional].slice(0, MAX_COMBINATIONS);
}

function valuesFor(
  type: GraphQLInputType,
  name: string,
  coordinate: string,
  returns: string,
  knowledge: Knowledge,
  recipes: Recipes,
): unknown[] {
  const recipe = recipes[`${coordinate}.${name}`];
  if (recipe !== undefined) return [...recipe];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map(({ name: value }) => value);
  if (isInputObjectType(named)) return inputsFor(Object.values(named.getFields()), named.name, knowledge, recipes);
  if (name === 'after') return knowledge.of('PageInfo.endCursor');
  if (name === 'id') return knowledge.of(`${returns}.id`);
  if (name === 'name') return knowledge.of(`${returns}.name`);
  if (!name.endsWith('Id')) return [];
  const owner = `${name.charAt(0).toUpperCase()}${name.slice(1, -2)}`;
  return ['', 'Mapping'].flatMap((before) => [
    ...knowledge.of(`${before}${owner}.id`),
    ...knowledge.of(`${owner === 'Proposal' ? 'MappingProposal' : `${owner}Mapping`}.id`),
  ]);
}

function inputsFor(
  fields: readonly { name: string; type: GraphQLInputType; defaultValue?: unknown }[],
  inputName: string,
  knowledge: Knowledge,
  recipes: Recipes,
): Record<string, unknown>[] {
  const valuesOf = (field: (typeof fields)[number]): unknown[] => valuesFor(field.type, field.name, inputName, '', knowledge, recipes);
  let needed: Record<string, unknown>[] = [{}];
  for (const field of fields.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined))
    needed = needed.flatMap((input) => valuesOf(field).map((value) => ({ ...input, [field.name]: value })));
  const [first] = needed;
  if (first === undefined) return [];
  const optional = fields
    .filter(({ type }) => !isNonNullType(type))
    .flatMap((field) => valuesOf(field).map((value) => ({ ...first, [field.name]: value })));
  return [...needed, ...optional].slice(0, MAX_COMBINATIONS);
}

/** Types that `_entities` resolves in a subgraph, each with its key. */
export function entityKeys(schema: GraphQLSchema, sdl: string): Record<string, string> {
  const union = schema.getType('_Entity');
  if (!isUnionType(union)) return {};
  const keys = union.getTypes().map(({ name }): [string, string] => {
    const key = new RegExp(`type ${name}\\b[^{]*@key\\(fields: "(\\w+)"(, resolvable: false)?\\)`).exec(sdl);
    return [name, key?.[2] === undefined ? (key?.[1] ?? '') : ''];
  });
  return Object.fromEntries(keys.filter(([, key]) => key !== ''));
}

/** What nobody knows anything of is asked with what nobody has: texts that were just made up. */
export function madeUpProbes(door: Door, wanted: (coordinate: string) => boolean): Probe[] {
  return (['query', 'mutation'] as const).flatMap((kind) => {
    const fields = Object.values(door.schema.getRootType(kind as never)?.getFields() ?? {});
    const chosen = fields.filter(({ name }) => !name.startsWith('_') && wanted(`${OWNERS[kind]}.${name}`));
    return chosen.map((field) => {
      const needed = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
      return probeOf(door, kind, field, Object.fromEntries(needed.map(({ name, type }) => [name, madeUp(type)])));
    });
  });
}

function madeUp(type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.value;
  if (isInputObjectType(named)) {
    const needed = Object.values(named.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    return Object.fromEntries(needed.map((field) => [field.name, madeUp(field.type)]));
  }
  const value = { Int: 1, Float: 1, Boolean: true, DateTime: new Date(0).toISOString() }[named.name] ?? randomUUID();
  return String(type).startsWith('[') ? [value] : value;
}
