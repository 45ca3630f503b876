/** A change of what a vendor serves. `object` is the vendor's name of the table, `field` a path with dots where it is nested. */
export type Drift = { object: string; field: string } & (
  | { op: 'RENAME'; to: string }
  | { op: 'RETYPE'; as: 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'EPOCH' | 'ISO' }
  /** Moves it into an object: `amount` under `money` is `money.amount`. */
  | { op: 'NEST'; under: string }
  /** Moves it out to the top. */
  | { op: 'FLATTEN'; to: string }
  | { op: 'SPLIT'; into: readonly [string, string]; by: string }
  | { op: 'MERGE'; with: string; to: string; by: string }
  | { op: 'DROP' }
  | { op: 'ADD'; value: unknown }
  | { op: 'ENUM'; values: Readonly<Record<string, string>> }
  /** Multiplies a number: cents become dollars by 0.01. */
  | { op: 'UNIT'; factor: number }
);

type Mutable = Record<string, unknown>;

/** The record after all changes that are about its object. */
export function driftRecord(record: Readonly<Record<string, unknown>>, drifts: readonly Drift[]): Record<string, unknown> {
  const changed = structuredClone(record) as Mutable;
  for (const drift of drifts) driftIn(changed, drift);
  return changed;
}

function driftIn(record: Mutable, drift: Drift): void {
  const { field } = drift;
  if (drift.op === 'ADD') return put(record, field, drift.value);
  const place = placeOf(record, field);
  if (place === null) return;
  const { parent, name } = place;
  const value = parent[name];
  switch (drift.op) {
    case 'RENAME':
      return move(record, field, drift.to.includes('.') ? drift.to : sibling(field, drift.to));
    case 'NEST':
      return move(record, field, sibling(field, `${drift.under}.${name}`));
    case 'FLATTEN':
      return move(record, field, drift.to);
    case 'DROP':
      delete parent[name];
      return;
    case 'RETYPE':
      parent[name] = retyped(value, drift.as);
      return;
    case 'UNIT':
      parent[name] = typeof value === 'number' ? Number((value * drift.factor).toPrecision(15)) : value;
      return;
    case 'ENUM':
      parent[name] = typeof value === 'string' ? (drift.values[value] ?? value) : value;
      return;
    case 'SPLIT': {
      const [first = null, ...rest] = typeof value === 'string' ? value.split(drift.by) : [];
      delete parent[name];
      parent[drift.into[0]] = first;
      parent[drift.into[1]] = rest.length === 0 ? null : rest.join(drift.by);
      return;
    }
    case 'MERGE': {
      const other = parent[drift.with];
      delete parent[name];
      delete parent[drift.with];
      parent[drift.to] = [value, other]
        .filter((part) => part !== null && part !== undefined)
        .map(textOf)
        .join(drift.by);
    }
  }
}

const sibling = (field: string, name: string): string => [...field.split('.').slice(0, -1), name].join('.');

/** The object that holds the field; null where the record has none. */
function placeOf(record: Mutable, field: string): { parent: Mutable; name: string } | null {
  const path = field.split('.');
  const name = path.pop() ?? '';
  let parent: unknown = record;
  for (const key of path) parent = typeof parent === 'object' && parent !== null ? (parent as Mutable)[key] : undefined;
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, name)) return null;
  return { parent: parent as Mutable, name };
}

function move(record: Mutable, from: string, to: string): void {
  const place = placeOf(record, from);
  if (place === null) return;
  const value = place.parent[place.name];
  delete place.parent[place.name];
  put(record, to, value);
}

function put(record: Mutable, field: string, value: unknown): void {
  const path = field.split('.');
  const name = path.pop() ?? '';
  let parent = record;
  for (const key of path) {
    const next = parent[key];
    const inner = typeof next === 'object' && next !== null ? (next as Mutable) : {};
    parent[key] = inner;
    parent = inner;
  }
  parent[name] = value;
}

function retyped(value: unknown, as: 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'EPOCH' | 'ISO'): unknown {
  if (value === null || value === undefined) return value;
  switch (as) {
    case 'TEXT':
      return textOf(value);
    case 'NUMBER':
      return Number.isFinite(Number(value)) ? Number(value) : null;
    case 'BOOLEAN':
      return value === true || value === 'true' || (typeof value === 'number' && value !== 0);
    case 'EPOCH':
      return typeof value === 'string' ? Math.floor(Date.parse(value) / 1_000) : value;
    case 'ISO':
      return typeof value === 'number' ? new Date(value * 1_000).toISOString() : value;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
