/** A name as Snowflake takes it, whatever it is: quoted, quotes in it doubled. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Schema and table as one path, readable where the names are; the parts come back by `partsOf`. */
export const pathOf = (schema: string, table: string): string => `${schema.replaceAll('.', '..')}.${table}`;

/** The parts of a path. */
export function partsOf(path: string): { schema: string; table: string } {
  const at = /(?<!\.)\.(?!\.)/u.exec(path)?.index ?? -1;
  return { schema: path.slice(0, Math.max(0, at)).replaceAll('..', '.'), table: path.slice(at + 1) };
}
