import { type Descriptor, type FormField, formField } from '../kit/descriptor.ts';
import type { FormValues } from '../kit/definition.ts';

/** A vendor's descriptor; its kind is its name in vendors.ts. */
export type VendorDescriptor = Omit<Descriptor, 'kind'>;

/** Where a vendor's API is. @param fallback where it is for everybody; null when each customer has an address of their own */
export const addressField = (fallback: string | null, where: string): FormField =>
  formField({ name: 'address', label: 'Address', help: 'Base address of the API: https://host, with a path where there is one.', where, fallback }); // prettier-ignore

/** A key or token that stands for itself. */
export const secretField = (label: string, where: string, help: string | null = null): FormField =>
  formField({ name: 'secret', label, kind: 'SECRET', where, help });

/** What every vendor that is read over HTTP can do at least, and what it was run against. */
export const SIMULATED = { verified: false, verification: 'Run against a simulated server that speaks the documented wire format; not yet against the vendor itself.' } as const; // prettier-ignore

/** The secret as it is sealed: one field called `secret` as it is, several as a JSON object by name; null when none was given. */
export function secretOf({ form }: Pick<Descriptor, 'form'>, values: FormValues): string | null {
  const given = form.flatMap(({ name, kind }) => {
    const value = values[name];
    return kind === 'SECRET' && value !== undefined ? [[name, value] as const] : [];
  });
  const [first] = given;
  if (first === undefined) return null;
  return given.length === 1 && first[0] === 'secret' ? first[1] : JSON.stringify(Object.fromEntries(given));
}

/** Everything else, by name; null when there is nothing. */
export function settingsOf({ form }: Pick<Descriptor, 'form'>, values: FormValues, apart: readonly string[]): object | null {
  const kept = form.flatMap(({ name, kind }) => {
    const value = values[name];
    return kind === 'SECRET' || value === undefined || apart.includes(name) ? [] : [[name, typed(kind, value)] as const];
  });
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

function typed(kind: FormField['kind'], value: string): string | number | boolean {
  if (kind === 'NUMBER') return Number(value);
  return kind === 'BOOLEAN' ? value === 'true' : value;
}
