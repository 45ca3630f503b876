import { z } from 'zod';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';

/** How the values of a column come out of PostgreSQL. WRITTEN: text by people or programs, typed by what it says, as in a file. */
export const columnKindSchema = z.enum(['WRITTEN', 'PLAIN', 'JSON', 'INTEGER', 'DECIMAL', 'MONEY', 'BOOLEAN', 'DATE', 'TIMESTAMP']);
export type ColumnKind = z.infer<typeof columnKindSchema>;

/** What the catalogue says of a column's type, domains resolved. */
export interface CatalogueType {
  /** Name of the base type in pg_type. */
  name: string;
  /** One letter of pg_type: b base, e enum, c composite, r range, m multirange. */
  kind: string;
  /** It is an array of `name`. */
  array: boolean;
  /** Digits after the point of a numeric; null when it has no bound. */
  scale: number | null;
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  text: 'WRITTEN', varchar: 'WRITTEN', bpchar: 'WRITTEN', citext: 'WRITTEN', name: 'PLAIN', char: 'PLAIN',
  int2: 'INTEGER', int4: 'INTEGER', int8: 'INTEGER', oid: 'INTEGER', float4: 'DECIMAL', float8: 'DECIMAL', money: 'MONEY',
  bool: 'BOOLEAN', date: 'DATE', timestamp: 'TIMESTAMP', timestamptz: 'TIMESTAMP',
  time: 'PLAIN', timetz: 'PLAIN', interval: 'PLAIN', uuid: 'PLAIN', inet: 'PLAIN', cidr: 'PLAIN', macaddr: 'PLAIN', macaddr8: 'PLAIN',
  bit: 'PLAIN', varbit: 'PLAIN', ltree: 'PLAIN', isbn: 'PLAIN', isbn13: 'PLAIN', ean13: 'PLAIN', regclass: 'PLAIN', pg_lsn: 'PLAIN',
  json: 'JSON', jsonb: 'JSON', hstore: 'JSON',
}; // prettier-ignore

/** Types whose values say nothing to people as text. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  bytea: 'binary',
  tsvector: 'a search index',
  tsquery: 'a search',
  xml: 'XML',
  vector: 'an embedding',
  halfvec: 'an embedding',
  sparsevec: 'an embedding',
  geometry: 'a shape',
  geography: 'a shape',
  raster: 'a picture',
};

/** How a column of this type is read, or in words why it is left out. */
export function kindOfColumn({ name, kind, array, scale }: CatalogueType): ColumnKind | { leftOut: string } {
  const out = LEFT_OUT[name];
  if (out !== undefined) return { leftOut: out };
  if (array) return 'JSON';
  if (name === 'numeric') return scale !== null && scale <= 0 ? 'INTEGER' : 'DECIMAL';
  if (kind === 'e' || kind === 'r' || kind === 'm') return 'PLAIN';
  if (kind === 'c') return 'JSON';
  return KINDS[name] ?? 'PLAIN';
}

export const TYPE_OF_KIND: Readonly<Record<ColumnKind, ColumnType>> = {
  WRITTEN: 'TEXT', PLAIN: 'TEXT', JSON: 'TEXT', INTEGER: 'INTEGER', DECIMAL: 'DECIMAL', MONEY: 'MONEY', BOOLEAN: 'BOOLEAN', DATE: 'DATE', TIMESTAMP: 'DATETIME',
}; // prettier-ignore
