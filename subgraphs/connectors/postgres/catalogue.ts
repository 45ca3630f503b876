import { z } from 'zod';
import * as sql from './catalogue-sql.ts';
import { MAX_TABLES } from './limits.ts';
import { type CatalogueType } from './column-kind.ts';
import type { TextRow, Transaction } from './session.ts';

export interface CatalogueColumn {
  name: string;
  /** Its type as SQL takes it. */
  sqlType: string;
  type: CatalogueType;
  notNull: boolean;
  comment: string | null;
  readable: boolean;
}

export interface CatalogueForeignKey {
  columns: string[];
  target: string;
  targetColumns: string[];
  name: string;
  validated: boolean;
}

/** A table or view as the catalogue describes it. */
export interface Relation {
  oid: string;
  schema: string;
  name: string;
  /** Letter of pg_class: r table, p partitioned, v view, m materialised view, f foreign table. */
  kind: string;
  comment: string | null;
  readable: boolean;
  rowSecurity: boolean;
  columns: CatalogueColumn[];
  /** Unique over all rows, the primary key first. */
  keys: { name: string; columns: string[]; primary: boolean; notNull: boolean }[];
  foreignKeys: CatalogueForeignKey[];
  /** First columns of its indexes. */
  indexed: string[];
  serials: string[];
  /** Rows written since statistics began; null when nothing was counted. */
  changes: { inserted: number; updated: number; deleted: number } | null;
}

const names = z.array(z.string());
const bool = (text: string | null | undefined): boolean => text === 'true';
const orNull = (text: string | null | undefined): string | null => (text == null || text === '' ? null : text);
const list = (text: string | null | undefined): string[] => (text == null ? [] : names.parse(JSON.parse(text)));

/** The schemas of those named that are not there or may not be used. */
export async function missingSchemas(transaction: Transaction, schemas: readonly string[]): Promise<string[]> {
  const found = new Set((await transaction.rows(sql.SCHEMAS, [JSON.stringify(schemas)])).map(([name]) => name));
  return schemas.filter((name) => !found.has(name));
}

/** Everything that can be read, and what is there but cannot; one more than MAX_TABLES when there are more. `schemas` null: all. */
export async function readCatalogue(transaction: Transaction, schemas: readonly string[] | null): Promise<Relation[]> {
  const rows = await transaction.rows(sql.RELATIONS, [schemas === null ? null : JSON.stringify(schemas), String(MAX_TABLES + 1)]);
  const relations = rows.map(
    ([oid, schema, name, kind, comment, readable, rowSecurity]): Relation => ({
      oid: oid ?? '', schema: schema ?? '', name: name ?? '', kind: kind ?? 'r', comment: orNull(comment), readable: bool(readable), rowSecurity: bool(rowSecurity),
      columns: [], keys: [], foreignKeys: [], indexed: [], serials: [], changes: null,
    }),
  ); // prettier-ignore
  const byOid = new Map(relations.map((relation) => [relation.oid, relation]));
  const oids = [JSON.stringify([...byOid.keys()])];
  const each = async (query: string, take: (relation: Relation, row: TextRow) => void): Promise<void> => {
    for (const row of await transaction.rows(query, oids)) {
      const relation = byOid.get(row[0] ?? '');
      if (relation !== undefined) take(relation, row);
    }
  };
  await each(sql.COLUMNS, (relation, [, name, sqlType, type, kind, array, notNull, comment, scale, readable]) => {
    relation.columns.push({
      name: name ?? '', sqlType: sqlType ?? 'text', notNull: bool(notNull), comment: orNull(comment), readable: bool(readable),
      type: { name: type ?? 'text', kind: kind ?? 'b', array: bool(array), scale: scale == null ? null : Number(scale) },
    }); // prettier-ignore
  });
  await each(sql.KEYS, (relation, [, primary, name, columns, notNull]) => {
    relation.keys.push({ name: name ?? '', columns: list(columns), primary: bool(primary), notNull: bool(notNull) });
  });
  await each(sql.FOREIGN_KEYS, (relation, [, target, name, validated, columns, targetColumns]) => {
    relation.foreignKeys.push({
      target: target ?? '',
      name: name ?? '',
      validated: bool(validated),
      columns: list(columns),
      targetColumns: list(targetColumns),
    });
  });
  await each(sql.LEADING_COLUMNS, (relation, [, name]) => void relation.indexed.push(name ?? ''));
  await each(sql.SERIALS, (relation, [, name]) => void relation.serials.push(name ?? ''));
  await each(sql.CHANGES, (relation, [, inserted, updated, deleted]) => {
    relation.changes = { inserted: Number(inserted), updated: Number(updated), deleted: Number(deleted) };
  });
  return relations;
}

/** What a relation is called within its connection. */
export const pathOf = ({ schema, name }: Pick<Relation, 'schema' | 'name'>): string => {
  const part = (text: string): string => (/^[^".]+$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`);
  return `${part(schema)}.${part(name)}`;
};
