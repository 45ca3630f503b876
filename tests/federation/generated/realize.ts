import { LEAF_NAMES } from './data.ts';
import { interfaceObjectOf } from './interface-object.ts';
import type { AbstractModel, FieldModel, Model } from './model.ts';
import { closePresence } from './presence.ts';
import { requirementsOf } from './requires.ts';
import { hash, type Abstract, type Arguments, type World, type WorldField, type WorldType } from './world.ts';

const WRAPS = [
  (t: string) => t,
  (t: string) => `${t}!`,
  (t: string) => `[${t}]`,
  (t: string) => `[${t}!]!`,
  (t: string) => `[${t}!]`,
  (t: string) => `[[${t}]]`,
  (t: string) => `[${t}]!`,
];
const WRAP_CHOICES = [0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 6];
const ARGUMENT_CHOICES: readonly Arguments[] = ['none', 'none', 'none', 'none', 'none', 'none', 'number', 'number', 'text', 'input'];
const KEYS = [['id'], ['id'], ['id'], ['id'], ['id'], ['id tag'], ['ref { id }'], ['id', 'code'], ['id', 'code'], ['id', 'code']];

/** The federation that a model stands for. */
export function realize(model: Model): World {
  const subgraphs = Array.from({ length: model.subgraphs }, (_, index) => `s${index}`);
  const names = namesOf(model);
  const types = new Map<string, WorldType>();
  const fieldOf = (name: string, one: FieldModel, bases: readonly string[] = names.all) => worldField(name, one, subgraphs, bases);
  // Interfaces have types that have an id: the first entity does where there are any.
  const simple = model.interfaces.length > 0 ? 0 : -1;
  for (const [index, { key, fields }] of model.entities.entries())
    types.set(`E${index}`, {
      name: `E${index}`,
      keys: index === simple ? ['id'] : (KEYS[key] ?? ['id']),
      fields: fieldsOf(fields, 'f', fieldOf),
    });
  for (const [index, fields] of model.values.entries()) {
    // A value may hold later values only: values have an end.
    const bases = names.all.filter((name) => !name.startsWith('V') || name > `V${index}`);
    types.set(`V${index}`, {
      name: `V${index}`,
      keys: [],
      fields: fieldsOf(fields, 'f', (name, one) => ({ ...fieldOf(name, one, bases), ...PLAIN, owners: [] })),
    });
  }
  types.set('Query', { name: 'Query', keys: [], fields: fieldsOf(model.queries, 'q', rootOf(fieldOf)) });
  types.set('Mutation', {
    name: 'Mutation',
    keys: [],
    fields: fieldsOf(model.mutations, 'm', (name, one) => ({ ...rootOf(fieldOf)(name, { ...one, feature: 0, sharer: 0 }), fails: false })),
  });
  const abstracts = new Map<string, Abstract>();
  for (const [index, one] of model.interfaces.entries()) addInterface(`I${index}`, one, types, abstracts, fieldOf);
  for (const [index, one] of model.unions.entries()) addUnion(`U${index}`, one, types, abstracts, model.seed, subgraphs);
  const world: World = { seed: model.seed, subgraphs, types, abstracts, interfaceObject: null, present: new Map(), gaps: new Set() };
  world.interfaceObject = interfaceObjectOf(model.interfaceObject, world, fieldOf);
  requirementsOf(world, model);
  return closePresence(world);
}

const PLAIN = { overridden: null, provides: null, inaccessible: false, requires: [] } as const;

type FieldOf = (name: string, one: FieldModel, bases?: readonly string[]) => WorldField;

function namesOf(model: Model): { all: readonly string[] } {
  const of = (letter: string, list: readonly unknown[]) => list.map((_, index) => `${letter}${index}`);
  const objects = [...of('E', model.entities), ...of('V', model.values), ...of('I', model.interfaces), ...of('U', model.unions)];
  return { all: [...LEAF_NAMES, ...objects, ...objects, ...objects] };
}

function fieldsOf(fields: readonly FieldModel[], letter: string, of: FieldOf): Map<string, WorldField> {
  return new Map(fields.map((one, index) => [`${letter}${index}`, of(`${letter}${index}`, one)]));
}

function worldField(name: string, one: FieldModel, subgraphs: readonly string[], bases: readonly string[]): WorldField {
  const base = bases[one.base % bases.length] ?? 'String';
  const owner = subgraphs[one.owner % subgraphs.length] ?? 's0';
  const sharer = subgraphs[one.sharer % subgraphs.length] ?? owner;
  const shared = one.feature >= 15 && one.feature <= 17 && sharer !== owner;
  const wrap = WRAPS[WRAP_CHOICES[one.wrap] ?? 0];
  return {
    ...PLAIN,
    name,
    type: wrap?.(base) ?? base,
    base,
    args: ARGUMENT_CHOICES[one.args] ?? 'none',
    owners: shared ? [owner, sharer].toSorted() : [owner],
    overridden: one.feature >= 13 && one.feature <= 14 && sharer !== owner ? sharer : null,
    inaccessible: one.feature === 12,
    fails: one.feature >= 10 && one.feature <= 11,
  };
}

function rootOf(of: FieldOf): FieldOf {
  // The first root of every federation leads to its first entity.
  return (name, one) => ({ ...of(name, name.endsWith('0') ? { ...one, base: LEAF_NAMES.length } : one), inaccessible: false });
}

function addInterface(
  name: string,
  { members, fields }: AbstractModel,
  types: Map<string, WorldType>,
  abstracts: Map<string, Abstract>,
  of: FieldOf,
): void {
  const entities = [...types.values()].filter(({ keys }) => keys.length === 1 && keys[0] === 'id');
  const chosen = entities.filter((_, index) => (members & (1 << index)) !== 0);
  const implementers = chosen.length === 0 ? entities.slice(0, 1) : chosen;
  const common = fields.map((one, index) => ({ name: `${name.toLowerCase()}_${index}`, one }));
  for (const type of implementers) {
    for (const { name: field, one } of common) {
      const made = of(field, { ...one, owner: hash(`${type.name} ${field} ${one.owner}`) % 24, feature: one.feature % 12 }, LEAF_NAMES);
      type.fields.set(field, { ...made, fails: false });
    }
  }
  const known = new Map([['*', new Set(implementers.map((type) => type.name))]]);
  abstracts.set(name, { name, kind: 'INTERFACE', members: known, fields: common.map(({ name: field }) => field) });
}

function addUnion(
  name: string,
  { members }: AbstractModel,
  types: Map<string, WorldType>,
  abstracts: Map<string, Abstract>,
  seed: number,
  subgraphs: readonly string[],
): void {
  const all = [...types.values()]
    .filter((type) => /^[EV]/.test(type.name))
    .filter((_, index) => index === 0 || (members & (1 << (index - 1))) !== 0);
  const known = subgraphs.map((subgraph): [string, Set<string>] => {
    const some = all.filter((type) => hash(`${seed} ${name} ${subgraph} ${type.name}`) % 3 !== 0);
    return [subgraph, new Set((some.length === 0 ? all.slice(0, 1) : some).map((type) => type.name))];
  });
  abstracts.set(name, { name, kind: 'UNION', members: new Map([['*', new Set(all.map((type) => type.name))], ...known]), fields: [] });
}
