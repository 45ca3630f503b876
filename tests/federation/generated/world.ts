/** What a computed field reads of its entity: a field with arguments, and what of it when it is an object. */
export interface Requirement {
  field: string;
  args: Readonly<Record<string, unknown>>;
  inner: string | null;
}

/** How a field's arguments are declared; each set is the same wherever it is used. */
export const ARGUMENTS = { none: '', number: '(n: Int = 3)', text: '(s: String, c: [Color!])', input: '(in: In)' } as const;
export type Arguments = keyof typeof ARGUMENTS;

export interface WorldField {
  name: string;
  /** In SDL, like `[E0!]`. */
  type: string;
  base: string;
  args: Arguments;
  owners: readonly string[];
  /** The subgraph it was taken from by @override. */
  overridden: string | null;
  requires: readonly Requirement[];
  /** A scalar field of the entity it returns that comes along. */
  provides: string | null;
  inaccessible: boolean;
  /** Fails for some of the objects. */
  fails: boolean;
}

export interface WorldType {
  name: string;
  /** Fields that tell one entity from another, each alternative a field set; empty for values and roots. */
  keys: readonly string[];
  fields: Map<string, WorldField>;
}

export interface Abstract {
  name: string;
  kind: 'INTERFACE' | 'UNION';
  /** The types that each subgraph knows it to have. */
  members: Map<string, Set<string>>;
  /** Of an interface: what all of its types have. */
  fields: readonly string[];
}

/** An interface of `home` to whose types one subgraph, which knows none of them, adds fields. */
export interface InterfaceObject {
  name: string;
  home: string;
  guest: string;
  members: readonly string[];
  fields: Map<string, WorldField>;
}

/** A whole federation, and by its seed all of its data. */
export interface World {
  seed: number;
  subgraphs: readonly string[];
  types: Map<string, WorldType>;
  abstracts: Map<string, Abstract>;
  interfaceObject: InterfaceObject | null;
  /** Which types each subgraph declares. */
  present: ReadonlyMap<string, Set<string>>;
  /** `subgraph type`: entities of it that the subgraph does not have, although others do. */
  gaps: ReadonlySet<string>;
}

/** The keys by which a subgraph knows an entity. */
export function keysIn(world: World, subgraph: string, type: WorldType): readonly string[] {
  if (type.keys.length < 2) return type.keys;
  const pick = hash(`${world.seed} keys ${subgraph} ${type.name}`) % 3;
  return pick === 2 ? type.keys : type.keys.slice(pick, pick + 1);
}

/** FNV-1a: the same number for the same text, on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** The field's types as they can be where it is resolved: the members that all of its owners know. */
export function targetsOf(world: World, field: WorldField): readonly string[] {
  const { interfaceObject } = world;
  if (field.base === interfaceObject?.name) return interfaceObject.members;
  const abstract = world.abstracts.get(field.base);
  if (abstract === undefined) return [field.base];
  const everywhere = [...abstract.members.keys()].filter((name) => name !== '*');
  const owners = field.owners.length > 0 ? field.owners : everywhere;
  const known = owners.map((owner) => abstract.members.get(owner) ?? new Set<string>());
  return [...(known[0] ?? [])].filter((name) => known.every((set) => set.has(name))).toSorted();
}
