import { hash, type Abstract, type World, type WorldField, type WorldType } from './world.ts';

/** Says which subgraph declares which type: those whose fields it has or returns, and the members of what it returns. */
export function closePresence(world: World): World {
  const present = new Map(world.subgraphs.map((name) => [name, new Set<string>()]));
  for (const [subgraph, types] of present) grow(world, subgraph, types);
  const { interfaceObject } = world;
  if (interfaceObject !== null) {
    const home = present.get(interfaceObject.home) ?? new Set<string>();
    for (const name of interfaceObject.members) home.add(name);
    grow(world, interfaceObject.home, home);
    present.set(interfaceObject.guest, new Set());
  }
  for (const abstract of world.abstracts.values()) settle(abstract, present);
  return { ...world, present, gaps: gapsOf(world, present) };
}

function grow(world: World, subgraph: string, types: Set<string>): void {
  for (const type of world.types.values()) {
    const has = [...type.fields.values()].some((field) => field.owners.includes(subgraph) || field.overridden === subgraph);
    if (type.keys.length > 0 && has) types.add(type.name);
  }
  let before = -1;
  while (before !== types.size) {
    before = types.size;
    for (const type of world.types.values()) {
      const isHere = types.has(type.name) || type.name === 'Query' || type.name === 'Mutation';
      if (isHere) for (const field of type.fields.values()) for (const name of reached(world, subgraph, type, field)) types.add(name);
    }
  }
}

/** The types that one field brings to a subgraph that has it, reads it or had it. */
function reached(world: World, subgraph: string, type: WorldType, field: WorldField): readonly string[] {
  const readers = [...type.fields.values()].filter(({ requires }) => requires.some((one) => one.field === field.name));
  const isValue = type.keys.length === 0 && type.name.startsWith('V');
  const here =
    isValue ||
    field.owners.includes(subgraph) ||
    field.overridden === subgraph ||
    readers.some((reader) => reader.owners.includes(subgraph));
  if (!here || world.interfaceObject?.fields.get(field.name) === field) return [];
  const abstract = world.abstracts.get(field.base);
  if (abstract === undefined) return world.types.has(field.base) ? [field.base] : [];
  return [abstract.name, ...membersIn(world, abstract, subgraph)];
}

/** An interface's types in a subgraph that returns it: some of all; a union's are chosen already. */
function membersIn(world: World, abstract: Abstract, subgraph: string): readonly string[] {
  const all = [...(abstract.members.get('*') ?? [])];
  if (abstract.kind === 'UNION') return [...(abstract.members.get(subgraph) ?? [])];
  const some = all.filter((name) => hash(`${world.seed} ${abstract.name} ${subgraph} ${name}`) % 3 !== 0);
  return some.length === 0 ? all.slice(0, 1) : some;
}

/** What each subgraph knows of the interface: every type of it that is there anyway. */
function settle(abstract: Abstract, present: ReadonlyMap<string, Set<string>>): void {
  const all = abstract.members.get('*') ?? new Set<string>();
  for (const [subgraph, types] of present) {
    if (!types.has(abstract.name)) abstract.members.delete(subgraph);
    else if (abstract.kind === 'INTERFACE') abstract.members.set(subgraph, new Set([...all].filter((name) => types.has(name))));
  }
}

/** Entities that a subgraph has fields of and does not know all of; only where nothing else hangs on it. */
function gapsOf(world: World, present: ReadonlyMap<string, Set<string>>): ReadonlySet<string> {
  const gaps = new Set<string>();
  for (const subgraph of world.subgraphs) {
    for (const type of world.types.values()) {
      const isSimple = type.keys.length === 1 && type.keys[0] === 'id' && present.get(subgraph)?.has(type.name) === true;
      if (isSimple && hash(`${world.seed} gaps ${subgraph} ${type.name}`) % 3 === 0 && mayHaveGaps(world, subgraph, type))
        gaps.add(`${subgraph} ${type.name}`);
    }
  }
  return gaps;
}

function mayHaveGaps(world: World, subgraph: string, type: WorldType): boolean {
  const all = [...world.types.values()].flatMap((one) => [...one.fields.values()].map((field) => ({ of: one, field })));
  const mine = [...type.fields.values()].filter(({ owners }) => owners.includes(subgraph));
  const isShared = mine.some(({ owners, requires }) => owners.length > 1 || requires.length > 0);
  const isRead = all.some(({ of, field }) =>
    field.requires.some(({ field: read, inner }) => [read, inner].some((name) => mine.some((one) => one.name === name)) || of === type),
  );
  const isReturned = all.some(
    ({ of, field }) =>
      (field.owners.includes(subgraph) || of.name.startsWith('V')) &&
      (field.base === type.name || world.abstracts.has(field.base) || field.base === 'J0'),
  );
  const isProvided = all.some(({ field }) => field.provides !== null && field.base === type.name);
  return (
    mine.length > 0 &&
    !isShared &&
    !isRead &&
    !isReturned &&
    !isProvided &&
    !(world.interfaceObject?.members.includes(type.name) === true && subgraph === 's0')
  );
}
