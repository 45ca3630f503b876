import { createHash } from 'node:crypto';

const HASH_CHARACTERS = 16;

/** What an index of a tenant's table is called: names of tables and columns put together may be longer than PostgreSQL's names are. */
export function indexName(table: string, what: string): string {
  return `ix_${createHash('sha1').update(`${table}.${what}`).digest('hex').slice(0, HASH_CHARACTERS)}`;
}
