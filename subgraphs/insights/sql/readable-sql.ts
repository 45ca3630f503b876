import type { CompiledQuery } from 'kysely';

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `'${text.replaceAll("'", "''")}'`;
}

/** The statement with its parameters written in, for people to read and try; what runs is the statement with bound parameters. */
export function readableSql(query: CompiledQuery): string {
  return query.sql.replaceAll(/\$(\d+)/g, (_, position: string) => literal(query.parameters[Number(position) - 1]));
}
