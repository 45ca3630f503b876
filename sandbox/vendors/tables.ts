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
    for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
    database.exec('commit');
  }
  return database;
}
