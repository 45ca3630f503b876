import { LEAF_NAMES } from './data.ts';
import type { AbstractModel, FieldModel } from './model.ts';
import type { InterfaceObject, World, WorldField } from './world.ts';

const NAME = 'J0';
const GUEST = 'guest';

/** An interface with a key at the first subgraph, to which one more subgraph adds fields; null when the model has none. */
export function interfaceObjectOf(
  model: AbstractModel | null,
  world: World,
  of: (name: string, one: FieldModel, bases: readonly string[]) => WorldField,
): InterfaceObject | null {
  const members = [...world.types.values()].filter(({ keys }) => keys.length === 1 && keys[0] === 'id');
  if (model === null || members.length === 0) return null;
  const plain = { requires: [], overridden: null, provides: null, inaccessible: false, owners: [GUEST] };
  const more = model.fields.map((one, index): WorldField => ({ ...of(`j${index}`, one, [...LEAF_NAMES, NAME]), ...plain }));
  const computed: WorldField = {
    ...plain,
    name: 'jr',
    type: 'String',
    base: 'String',
    args: 'none',
    fails: false,
    requires: [{ field: 'jc', args: {}, inner: null }],
  };
  const common: WorldField = { ...computed, name: 'jc', owners: ['s0'], requires: [] };
  // Not both: where a computed field is asked for some types only, the planner drops the plain fields of the others (see deviations.ts).
  const fields = new Map((more.length > 0 ? more : [computed]).map((field) => [field.name, field]));
  for (const type of members) {
    // An error that takes the entity takes what its type is, which only its home knows: whoever came by the guest has an object of no known type.
    for (const [name, field] of type.fields) type.fields.set(name, { ...field, fails: false });
    type.fields.set('jc', common);
    for (const field of fields.values()) type.fields.set(field.name, field);
  }
  const query = world.types.get('Query')?.fields;
  query?.set('jHome', { ...common, name: 'jHome', type: `[${NAME}]`, base: NAME });
  query?.set('jGuest', { ...common, name: 'jGuest', type: `[${NAME}!]`, base: NAME, owners: [GUEST] });
  return { name: NAME, home: 's0', guest: GUEST, members: members.map((type) => type.name), fields };
}
