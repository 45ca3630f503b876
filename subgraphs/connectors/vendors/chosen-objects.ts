import { type FormField, formField } from '../kit/descriptor.ts';

/** Asks which of a vendor's objects shall be read. */
export const objectsField = (examples: string): FormField =>
  formField({ name: 'objects', label: 'Objects', required: false, help: `Which objects to read, separated by commas: ${examples}. Everything useful when left out.` }); // prettier-ignore

/** The objects that the connection is held to, in lower case; null: everything useful. */
export function chosenObjects(settings: Readonly<Record<string, unknown>>): ReadonlySet<string> | null {
  const given = settings['objects'];
  const names =
    typeof given === 'string' ? given.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim().toLowerCase()])) : [];
  return names.length === 0 ? null : new Set(names);
}
