import { plainText } from '../../ui/plain-text.ts';

/** One field of a change; null: it was not there, or is not any more. */
export interface FieldChange {
  name: string;
  before: string | null;
  after: string | null;
}

type Fields = Record<string, unknown> | null;

function textOf(fields: Fields, name: string): string | null {
  if (fields === null || !(name in fields)) return null;
  const value = fields[name];
  return value === null || value === '' ? '–' : plainText(value);
}

/** The fields of a change side by side, those that differ first, each group by name. */
export function fieldChanges(before: Fields, after: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].toSorted();
  const changes = names.map((name) => ({ name, before: textOf(before, name), after: textOf(after, name) }));
  return [...changes.filter((each) => each.before !== each.after), ...changes.filter((each) => each.before === each.after)];
}
