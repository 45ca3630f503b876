import { DatabaseSync } from 'node:sqlite';

export type Row = Readonly<Record<string, string | number | null>>;

/**
 * The records of a simulated vendor that is asked in a query language: in memory, as SQL tables. @param columnsOf a table's columns; those of its first
 * row when left out
 */
export function openTables(
  tables: Readonly<Record<string, readonly Row[]>>,
  columnsOf?: (table: string) => readonly string[],
): DatabaseSync {
  // prettier-ignore
  const database = new DatabaseSync(':memory:');
  for (const [name, rows] of Object.entries(tables)) {
    const columns = columnsOf?.(name) ?? Object.keys(rows[0] ?? { id: null });
    database.exec(`create table "${name}" (${columns.map((column) => `"${column}"`).join(', ')})`);
    const insert = database.prepare(`insert into "${name}" values (${columns.map(() => '?').join(', ')})`);
    database.exec('begin');
    for (const row of rows) insert.run(...columns.map((column) => asStored(row[column])));
    database.exec('commit');
  }
  return database;
}

/** A value as a column holds it: truth as a number, what is nested as JSON. */
function asStored(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
