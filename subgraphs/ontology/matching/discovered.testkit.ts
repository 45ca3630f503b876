import { createHash } from 'node:crypto';
import type { ColumnType, DiscoveredColumn, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';

const TOP = 50;
const EXAMPLES = 10;

/** A table for tests: header and rows of plain text; types are inferred roughly, keys and references are given. */
export interface TestTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly key?: string;
  /** column → `table.column`. */
  readonly references?: Readonly<Record<string, string>>;
}

/** Discovered objects of test tables; ids follow from the names. */
export function discover(tables: readonly TestTable[]): DiscoveredObject[] {
  return tables.map((table) => ({
    objectId: testId(table.name),
    name: table.name,
    path: `${table.name}.csv`,
    rowCount: table.rows.length,
    description: null,
    columns: table.columns.map((name, position) =>
      columnOf(
        name,
        position,
        table.rows.map((row) => row[position] ?? ''),
      ),
    ),
    primaryKey: table.key === undefined ? null : [table.key],
    foreignKeys: Object.entries(table.references ?? {}).map(([column, target]) => {
      const [targetTable = '', targetColumn = ''] = target.split('.');
      return {
        columns: [column],
        targetObjectId: testId(targetTable),
        targetColumns: [targetColumn],
        coverage: coverageOf(tables, table, column, targetTable, targetColumn),
        evidence: [],
      };
    }),
  }));
}

/** A stable uuid of a name. */
export function testId(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function coverageOf(tables: readonly TestTable[], from: TestTable, column: string, table: string, targetColumn: string): number {
  const target = tables.find((candidate) => candidate.name === table);
  const at = target?.columns.indexOf(targetColumn) ?? -1;
  const known = new Set(target?.rows.map((row) => row[at]));
  const values = from.rows.map((row) => row[from.columns.indexOf(column)] ?? '').filter((value) => value !== '');
  return values.length === 0 ? 0 : values.filter((value) => known.has(value)).length / values.length;
}

function columnOf(name: string, position: number, raw: readonly string[]): DiscoveredColumn {
  const values = raw.filter((value) => value !== '');
  const type = typeOf(values);
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const numeric = type === 'INTEGER' || type === 'DECIMAL';
  const sorted = numeric ? values.toSorted((a, b) => Number(a) - Number(b)) : values.toSorted();
  return {
    name,
    position,
    type,
    format: null,
    currency: null,
    nullable: values.length < raw.length,
    description: null,
    evidence: [],
    profile: {
      rows: raw.length,
      blanks: raw.length - values.length,
      distinct: counts.size,
      min: sorted[0] ?? null,
      max: sorted.at(-1) ?? null,
      mean: numeric ? values.reduce((sum, value) => sum + Number(value), 0) / Math.max(1, values.length) : null,
      averageLength: values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length),
      topValues: [...counts]
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, TOP)
        .map(([value, count]) => ({ value, count })),
      examples: [...counts.keys()].slice(0, EXAMPLES),
    },
  };
}

function typeOf(values: readonly string[]): ColumnType {
  const all = (pattern: RegExp): boolean => values.length > 0 && values.every((value) => pattern.test(value));
  if (all(/^(?:true|false|yes|no)$/i)) return 'BOOLEAN';
  if (all(/^-?\d{1,15}$/)) return 'INTEGER';
  if (all(/^-?\d+(?:\.\d+)?$/)) return 'DECIMAL';
  if (all(/^(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4})$/)) return 'DATE';
  return all(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*$/) ? 'DATETIME' : 'TEXT';
}
