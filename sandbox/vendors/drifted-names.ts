import { type Drift, driftRecord } from '../drift/drift.ts';

export type Retyped = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'EPOCH' | 'ISO';

/** How a vendor's described fields are changed. */
export interface Described<Field> {
  nameOf: (field: Field) => string;
  /** The field under another name and perhaps of another type; null: one that is new. */
  as: (field: Field | null, name: string, type: Retyped | null) => Field;
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The drifts that are about an object. */
export const driftsOf = (object: string, drifts: readonly Drift[]): Drift[] => drifts.filter((one) => same(one.object, object));

/** What a vendor describes after drifts: names and types follow what became of the records. Nested fields are told by their path with `_`. */
export function driftFields<Field>(fields: readonly Field[], drifts: readonly Drift[], { nameOf, as }: Described<Field>): Field[] {
  let now = [...fields];
  for (const drift of drifts) {
    const isIt = (one: Field): boolean => same(nameOf(one), drift.field);
    const replaced = (by: (one: Field) => Field[]): Field[] => now.flatMap((one) => (isIt(one) ? by(one) : [one]));
    switch (drift.op) {
      case 'RENAME':
      case 'FLATTEN':
        now = replaced((one) => [as(one, drift.to, null)]);
        break;
      case 'NEST':
        now = replaced((one) => [as(one, `${drift.under}_${drift.field}`, null)]);
        break;
      case 'SPLIT':
        now = replaced((one) => drift.into.map((name) => as(one, name, 'TEXT')));
        break;
      case 'MERGE':
        now = replaced((one) => [as(one, drift.to, 'TEXT')]).filter((one) => !same(nameOf(one), drift.with));
        break;
      case 'DROP':
        now = replaced(() => []);
        break;
      case 'ADD':
        now = [...now, as(null, drift.field, typeof drift.value === 'number' ? 'NUMBER' : typeof drift.value === 'boolean' ? 'BOOLEAN' : 'TEXT')]; // prettier-ignore
        break;
      case 'RETYPE':
        now = replaced((one) => [as(one, nameOf(one), drift.as)]);
        break;
      default:
        // Values change, names and types do not.
        break;
    }
  }
  return now;
}

/** A flat record after drifts; what was nested stands under its path with `_`. */
export function driftRow(row: Readonly<Record<string, unknown>>, drifts: readonly Drift[]): Record<string, unknown> {
  if (drifts.length === 0) return { ...row };
  const named = (name: string): string => Object.keys(row).find((key) => same(key, name)) ?? name;
  const own = drifts.map((drift): Drift => ({ ...drift, field: named(drift.field), ...(drift.op === 'MERGE' ? { with: named(drift.with) } : {}) })); // prettier-ignore
  return Object.fromEntries(Object.entries(driftRecord(row, own)).flatMap(([key, value]) => (isNested(value) ? Object.entries(value).map(([inner, one]) => [`${key}_${inner}`, one] as const) : [[key, value] as const]))); // prettier-ignore
}

const isNested = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
