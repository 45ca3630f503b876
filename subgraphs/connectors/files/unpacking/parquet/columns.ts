import type { SchemaElement, SchemaTree } from 'hyparquet';
import type { ColumnType } from '../../../../../schema/events/discovered-schema.ts';
import { MAX_COLUMN_DEPTH } from '../../limits.ts';
import { type CellWriter, writerOf } from './cells.ts';

/** A column of the table that a Parquet file becomes. */
export interface ParquetColumn {
  name: string;
  /** Way from the record to the value. */
  way: string[];
  /** What the file says that it is; null: text, which is typed by what it says. */
  type: ColumnType | null;
  write: CellWriter;
  evidence: string[];
}

/** Columns of a file's schema: structures as `address.city`, lists and maps as JSON. `leftOut`: top-level columns that cannot be read, and why. */
export function columnsOf(schema: SchemaTree): { columns: ParquetColumn[]; leftOut: Map<string, string> } {
  const columns: ParquetColumn[] = [];
  const leftOut = new Map<string, string>();
  const visit = (node: SchemaTree, way: string[], name: string): void => {
    const { element, children } = node;
    const top = way[0] ?? '';
    const unreadable = kindThatCannotBeRead(node);
    if (unreadable !== null) {
      leftOut.set(top, unreadable);
      return;
    }
    const isStructure = children.length > 0 && element.repetition_type !== 'REPEATED' && !isCollection(element);
    if (isStructure && way.length < MAX_COLUMN_DEPTH) {
      for (const child of children) visit(child, [...way, child.element.name], `${name}.${child.element.name}`);
      return;
    }
    if (children.length > 0 || element.repetition_type === 'REPEATED') {
      columns.push({ name, way, type: 'TEXT', write: writerOf(null), evidence: [`${typeName(element)} in the file; lands as JSON`] });
      return;
    }
    const type = typeOf(element);
    columns.push({ name, way, type, write: writerOf(element), evidence: [`${typeName(element)} in the file`] });
  };
  for (const child of schema.children) visit(child, [child.element.name], child.element.name);
  return { columns: columns.filter(({ way }) => !leftOut.has(way[0] ?? '')), leftOut };
}

const isCollection = ({ converted_type: converted, logical_type: logical }: SchemaElement): boolean =>
  converted === 'LIST' || converted === 'MAP' || converted === 'MAP_KEY_VALUE' || logical?.type === 'LIST' || logical?.type === 'MAP' || logical?.type === 'VARIANT'; // prettier-ignore

function kindThatCannotBeRead(node: SchemaTree): string | null {
  const { converted_type: converted, logical_type: logical } = node.element;
  if (converted === 'INTERVAL' || logical?.type === 'INTERVAL') return 'an interval';
  if (converted === 'BSON' || logical?.type === 'BSON') return 'BSON';
  for (const child of node.children) {
    const inner = kindThatCannotBeRead(child);
    if (inner !== null) return inner;
  }
  return null;
}

function typeOf({ type, converted_type: converted, logical_type: logical, scale }: SchemaElement): ColumnType | null {
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return (scale ?? 0) === 0 ? 'INTEGER' : 'DECIMAL';
  if (converted === 'DATE' || logical?.type === 'DATE') return 'DATE';
  if (converted?.startsWith('TIMESTAMP') === true || logical?.type === 'TIMESTAMP') return 'DATETIME';
  if (converted?.startsWith('TIME_') === true || logical?.type === 'TIME') return 'TEXT';
  if (logical?.type === 'UUID' || converted === 'JSON' || logical?.type === 'JSON') return 'TEXT';
  if (logical?.type === 'FLOAT16') return 'DECIMAL';
  switch (type) {
    case 'BOOLEAN':
      return 'BOOLEAN';
    case 'INT32':
    case 'INT64':
      return 'INTEGER';
    case 'INT96':
      return 'DATETIME';
    case 'FLOAT':
    case 'DOUBLE':
      return 'DECIMAL';
    default:
      return null;
  }
}

const typeName = ({ type, converted_type: converted, logical_type: logical }: SchemaElement): string =>
  (logical?.type ?? converted ?? type ?? 'group').toLowerCase().replaceAll('_', ' ');
