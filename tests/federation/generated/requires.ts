import type { Model } from './model.ts';
import type { Requirement, World, WorldField, WorldType } from './world.ts';

const ARGUMENTS = { none: {}, number: { n: 5 }, text: { s: 'q' }, input: { in: { a: 2 } } } as const;

/** Makes some fields computed ones, and some paths bring fields of the entity they lead to. */
export function requirementsOf(world: World, model: Model): void {
  const plain = plainFields(world, model);
  for (const [index, { fields }] of model.entities.entries()) {
    const type = world.types.get(`E${index}`);
    if (type === undefined) continue;
    for (const [position, one] of fields.entries()) {
      const field = type.fields.get(`f${position}`);
      if (field === undefined || one.feature < 18) continue;
      if (one.feature < 22) compute(world, plain, type, field, one.pick);
      else provide(world, plain, field, one.pick);
    }
  }
}

/** Leaves that are the same whoever gives them: no arguments, no errors, and never computed, which fields below others must not be. */
type PlainFields = ReadonlyMap<string, readonly WorldField[]>;

function plainFields(world: World, model: Model): PlainFields {
  const isComputed = (type: string, name: string): boolean => {
    const feature = model.entities[Number(type.slice(1))]?.fields[Number(name.slice(1))]?.feature ?? 0;
    return type.startsWith('E') && /^f\d/.test(name) && feature >= 18 && feature < 22;
  };
  return new Map(
    [...world.types.values()].map(({ name, fields }) => [
      name,
      [...fields.values()].filter(
        (one) =>
          isLeaf(world, one) &&
          one.args === 'none' &&
          !one.fails &&
          one.requires.length === 0 &&
          one.overridden === null &&
          !isComputed(name, one.name),
      ),
    ]),
  );
}

function compute(world: World, plain: PlainFields, type: WorldType, field: WorldField, pick: number): void {
  const owner = field.owners[0] ?? '';
  // Earlier fields only: no circles.
  const before = [...type.fields.values()].slice(0, [...type.fields.keys()].indexOf(field.name)).filter((one) => isSteady(one, owner));
  const chosen = before.filter((_, index) => index === pick % before.length || index === (pick >>> 3) % (2 * before.length));
  const requires = chosen.flatMap((one) => requirement(world, plain, one));
  if (requires.length > 0) type.fields.set(field.name, { ...field, args: 'none', owners: [owner], overridden: null, requires });
}

function isSteady(field: WorldField, owner: string): boolean {
  return !field.fails && !field.owners.includes(owner) && field.overridden !== owner;
}

function requirement(world: World, plain: PlainFields, field: WorldField): Requirement[] {
  const base = { field: field.name, args: ARGUMENTS[field.args] };
  const type = world.types.get(field.base);
  if (type === undefined) return world.abstracts.has(field.base) ? [] : [{ ...base, inner: null }];
  const [inner] = plain.get(field.base) ?? [];
  return inner === undefined ? [] : [{ ...base, inner: inner.name }];
}

function provide(world: World, plain: PlainFields, field: WorldField, pick: number): void {
  const type = world.types.get(field.base);
  const candidates = (plain.get(field.base) ?? []).filter((one) => !one.owners.some((owner) => field.owners.includes(owner)));
  const chosen = type === undefined || type.keys.length === 0 ? undefined : candidates[pick % Math.max(candidates.length, 1)];
  if (chosen !== undefined) Object.assign(field, { provides: chosen.name });
}

function isLeaf(world: World, { base }: WorldField): boolean {
  return !world.types.has(base) && !world.abstracts.has(base) && base !== 'J0';
}
