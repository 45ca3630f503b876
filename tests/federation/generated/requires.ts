import type { Model } from './model.ts';
import type { Requirement, World, WorldField, WorldType } from './world.ts';

const ARGUMENTS = { none: {}, number: { n: 5 }, text: { s: 'q' }, input: { in: { a: 2 } } } as const;

/** Makes some fields computed ones, and some paths bring fields of the entity they lead to. */
export function requirementsOf(world: World, model: Model): void {
  for (const [index, { fields }] of model.entities.entries()) {
    const type = world.types.get(`E${index}`);
    if (type === undefined) continue;
    for (const [position, one] of fields.entries()) {
      const field = type.fields.get(`f${position}`);
      if (field === undefined || one.feature < 18) continue;
      if (one.feature < 22) compute(world, type, field, one.pick);
      else provide(world, field, one.pick);
    }
  }
}

function compute(world: World, type: WorldType, field: WorldField, pick: number): void {
  const owner = field.owners[0] ?? '';
  // Earlier fields only: no circles.
  const before = [...type.fields.values()].slice(0, [...type.fields.keys()].indexOf(field.name)).filter((one) => isSteady(one, owner));
  const chosen = before.filter((_, index) => index === pick % before.length || index === (pick >>> 3) % (2 * before.length));
  const requires = chosen.flatMap((one) => requirement(world, one));
  if (requires.length > 0) type.fields.set(field.name, { ...field, args: 'none', owners: [owner], overridden: null, requires });
}

function isSteady(field: WorldField, owner: string): boolean {
  return !field.fails && !field.owners.includes(owner) && field.overridden !== owner;
}

function requirement(world: World, field: WorldField): Requirement[] {
  const base = { field: field.name, args: ARGUMENTS[field.args] };
  const type = world.types.get(field.base);
  if (type === undefined) return world.abstracts.has(field.base) ? [] : [{ ...base, inner: null }];
  const inner = [...type.fields.values()].find(
    (one) => isLeaf(world, one) && one.args === 'none' && !one.fails && one.requires.length === 0 && one.overridden === null,
  );
  return inner === undefined ? [] : [{ ...base, inner: inner.name }];
}

function provide(world: World, field: WorldField, pick: number): void {
  const type = world.types.get(field.base);
  const candidates = [...(type?.fields.values() ?? [])].filter(
    (one) =>
      isLeaf(world, one) &&
      one.args === 'none' &&
      !one.fails &&
      one.requires.length === 0 &&
      one.overridden === null &&
      !one.owners.some((owner) => field.owners.includes(owner)),
  );
  const chosen = type === undefined || type.keys.length === 0 ? undefined : candidates[pick % Math.max(candidates.length, 1)];
  if (chosen !== undefined) Object.assign(field, { provides: chosen.name });
}

function isLeaf(world: World, { base }: WorldField): boolean {
  return !world.types.has(base) && !world.abstracts.has(base) && base !== 'J0';
}
