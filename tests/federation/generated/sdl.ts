import { fed2 } from '../kit/federation.ts';
import { fieldSet } from './requirements.ts';
import { ARGUMENTS, keysIn, type Abstract, type World, type WorldField, type WorldType } from './world.ts';

const KEY_FIELDS = (type: string): Readonly<Record<string, string>> => ({
  id: 'id: ID!',
  tag: 'tag: String!',
  code: 'code: String!',
  ref: `ref: ${type}Ref!`,
});

/** Each subgraph's SDL; without those that would have nothing. */
export function subgraphSdls(world: World): ReadonlyMap<string, string> {
  const all = [...world.present.keys()].map((subgraph): [string, string] => [subgraph, partsOf(world, subgraph).join('\n')]);
  return new Map(
    all
      .filter(([, text]) => text.includes('type '))
      .map(([subgraph, text]) => [subgraph, fed2(`enum Color { RED GREEN BLUE }\nscalar Json\ninput In { a: Int = 1 b: [In!] }\n${text}`)]),
  );
}

function partsOf(world: World, subgraph: string): string[] {
  const here = world.present.get(subgraph) ?? new Set<string>();
  const types = [...world.types.values()].flatMap((type) => {
    if (type.name === 'Query' || type.name === 'Mutation') return rootText(world, subgraph, type);
    if (!here.has(type.name)) return [];
    return type.keys.length === 0
      ? [`type ${type.name} @shareable { ${[...type.fields.values()].map(plain).join(' ')} }`]
      : entityText(world, subgraph, type);
  });
  const abstracts = [...world.abstracts.values()].flatMap((one) => (here.has(one.name) ? [abstractText(world, subgraph, one)] : []));
  return [...types, ...abstracts, ...interfaceObjectText(world, subgraph)];
}

function rootText(world: World, subgraph: string, type: WorldType): string[] {
  const fields = declared(world, subgraph, type);
  return fields.length === 0 ? [] : [`type ${type.name} { ${fields.join(' ')} }`];
}

function entityText(world: World, subgraph: string, type: WorldType): string[] {
  const keys = keysIn(world, subgraph, type);
  const names = keys.flatMap((key) =>
    key
      .replace(/\{.*\}/, '')
      .trim()
      .split(' '),
  );
  const interfaces = [...world.abstracts.values()]
    .filter(({ kind, members }) => kind === 'INTERFACE' && members.get(subgraph)?.has(type.name) === true)
    .map(({ name }) => name);
  const { interfaceObject } = world;
  if (interfaceObject?.home === subgraph && interfaceObject.members.includes(type.name)) interfaces.push(interfaceObject.name);
  const head = `type ${type.name}${interfaces.length === 0 ? '' : ` implements ${interfaces.join(' & ')}`} ${keys.map((key) => `@key(fields: "${key}")`).join(' ')}`;
  const keyed = [...new Set(names)].map((name) => KEY_FIELDS(type.name)[name] ?? '');
  const text = `${head} { ${[...keyed, ...declared(world, subgraph, type)].join(' ')} }`;
  return names.includes('ref') ? [text, `type ${type.name}Ref @shareable { id: ID! }`] : [text];
}

function declared(world: World, subgraph: string, type: WorldType): string[] {
  const external = externalFields(world, subgraph, type.name);
  return [...type.fields.values()].flatMap((field) => {
    if (world.interfaceObject?.fields.get(field.name) === field) return [];
    if (field.owners.includes(subgraph)) return [owned(world, type, field)];
    if (field.overridden === subgraph) return [plain(field)];
    return external.has(field.name) ? [`${plain(field)} @external`] : [];
  });
}

function owned(world: World, type: WorldType, field: WorldField): string {
  const isProvided = [...world.types.values()].some((one) =>
    [...one.fields.values()].some(({ base, provides }) => base === type.name && provides === field.name),
  );
  const directives = [
    field.owners.length > 1 || isProvided ? '@shareable' : '',
    field.overridden === null ? '' : `@override(from: "${field.overridden}")`,
    field.requires.length === 0 ? '' : `@requires(fields: ${JSON.stringify(fieldSet(field.requires))})`,
    field.provides === null ? '' : `@provides(fields: "${field.provides}")`,
    field.inaccessible ? '@inaccessible' : '',
  ];
  return [plain(field), ...directives].filter((part) => part !== '').join(' ');
}

/** What a subgraph names of a type only to read it or to bring it along. */
export function externalFields(world: World, subgraph: string, typeName: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const type of world.types.values()) {
    for (const field of type.fields.values()) {
      if (!field.owners.includes(subgraph)) continue;
      if (field.provides !== null && field.base === typeName) names.add(field.provides);
      for (const { field: read, inner } of field.requires) {
        if (type.name === typeName) names.add(read);
        if (inner !== null && type.fields.get(read)?.base === typeName) names.add(inner);
      }
    }
  }
  return names;
}

function abstractText(world: World, subgraph: string, { name, kind, members, fields }: Abstract): string {
  const known = [...(members.get(subgraph) ?? [])];
  if (kind === 'UNION') return `union ${name} = ${known.join(' | ')}`;
  const common = fields.flatMap((field) => {
    const all = known.map((type) => world.types.get(type)?.fields.get(field));
    const [first] = all;
    return first !== undefined && all.every((one) => one?.owners.includes(subgraph) === true) ? [plain(first)] : [];
  });
  return `interface ${name} { id: ID! ${common.join(' ')} }`;
}

function interfaceObjectText({ interfaceObject }: World, subgraph: string): string[] {
  if (interfaceObject?.home === subgraph) return [`interface ${interfaceObject.name} @key(fields: "id") { id: ID! jc: String }`];
  if (interfaceObject?.guest !== subgraph) return [];
  const fields = [...interfaceObject.fields.values()].map((field) =>
    field.requires.length === 0 ? plain(field) : `jc: String @external ${plain(field)} @requires(fields: "jc")`,
  );
  return [`type ${interfaceObject.name} @key(fields: "id") @interfaceObject { id: ID! ${fields.join(' ')} }`];
}

function plain({ name, args, type }: WorldField): string {
  return `${name}${ARGUMENTS[args]}: ${type}`;
}
