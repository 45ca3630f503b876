import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FieldHint, ResolvableRecord } from '../../subgraphs/ontology/resolution/engine/types.ts';
import { readCsv, type Table } from './resolution-csv.ts';

/** Labelled pairs: two tables, and for some pairs whether they are one. */
export interface PairsSet {
  readonly form: 'PAIRS' | 'JOIN';
  readonly name: string;
  readonly records: readonly ResolvableRecord[];
  readonly hints: readonly FieldHint[];
  /** By `left right` ids. A JOIN lists only what is true. */
  readonly labels: ReadonlyMap<string, boolean>;
}

/** One list with its duplicates: by record id the cluster it truly is of. */
export interface ClusteredSet {
  readonly form: 'CLUSTERS';
  readonly name: string;
  readonly records: readonly ResolvableRecord[];
  readonly hints: readonly FieldHint[];
  readonly truth: ReadonlyMap<string, string>;
}

export type ResolutionSet = PairsSet | ClusteredSet;

const LEFT = /^(?:table_?a|left|a)$/iu;
const RIGHT = /^(?:table_?b|right|b)$/iu;
const LABELS = ['test', 'gt', 'gold', 'matches', 'mapping', 'truth', 'perfectmapping', 'pairs'];
const TRUTH = /^(?:(?:true|cluster|entity|match|group|gold|truth|unique[ _]?entity|ground[ _]?truth)[ _-]?(?:id|no|number|label)?|cid)$/iu;
const ROW_ID =
  /^(?:id|_id|idx|index|row|rowid|(?:row|rec|record|unique|l|r|ltable|rtable|left|right|source)[ _-]?id|tid|key|pk|unnamed: 0|)$/iu;
const SOURCE = /^(?:source|dataset|src|origin|file)(?:[ _-]?(?:name|id|file))?$/iu;
// Mean size of clusters above which a column is a category rather than a label.
const MOST_COPIES = 30;
const LABEL_COLUMNS = /^(?:class|label)$/iu;

/** Every set in a folder, nested or flat, by its form: two tables with pairs, left and right with what joins, one file with clusters. */
export function findSets(folder: string, name = ''): ResolutionSet[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const nested = entries
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => findSets(join(folder, entry.name), name === '' ? entry.name : `${name}/${entry.name}`));
  const files = entries.filter((entry) => entry.isFile() && /\.csv$/iu.test(entry.name)).map((entry) => entry.name);
  const fileOf = (pattern: RegExp): string | undefined => files.find((file) => pattern.test(basename(file, file.slice(-4))));
  const [left, right] = [fileOf(LEFT), fileOf(RIGHT)];
  const labels = LABELS.map((known) => fileOf(new RegExp(`^${known}$`, 'iu'))).find((file) => file !== undefined);
  if (left !== undefined && right !== undefined && labels !== undefined) {
    return [
      ...nested,
      twoTables(
        name === '' ? basename(folder) : name,
        readCsv(join(folder, left)),
        readCsv(join(folder, right)),
        readCsv(join(folder, labels)),
      ),
    ];
  }
  const lists = files.flatMap((file) =>
    oneList(name === '' ? basename(file, file.slice(-4)) : `${name}/${basename(file, file.slice(-4))}`, readCsv(join(folder, file))),
  );
  return [...nested, ...lists];
}

function twoTables(name: string, left: Table, right: Table, pairs: Table): PairsSet {
  const [idsLeft, idsRight] = [rowIds(left), rowIds(right)];
  const label = pairs.columns.findIndex((column) => /^(?:label|gold|match|is_match)$/iu.test(column));
  const columnOf = (ids: readonly string[], taken: number): number => {
    const known = new Set(ids);
    const fits = pairs.columns.map((_, index) =>
      index === label || index === taken ? -1 : pairs.rows.filter((row) => known.has(row[index] ?? '')).length,
    );
    return fits.indexOf(Math.max(...fits));
  };
  const sideOf = (side: RegExp, ids: readonly string[], taken: number): number => {
    const named = pairs.columns.findIndex((column) => side.test(column));
    return named >= 0 ? named : columnOf(ids, taken);
  };
  const leftColumn = sideOf(/^(?:ltable_?id|id_?l|l_?id|left_?id|id_?a|id_?left)$/iu, idsLeft, -1);
  const rightColumn = sideOf(/^(?:rtable_?id|id_?r|r_?id|right_?id|id_?b|id_?right)$/iu, idsRight, leftColumn);
  const labels = new Map<string, boolean>();
  for (const row of pairs.rows)
    labels.set(`l${row[leftColumn] ?? ''} r${row[rightColumn] ?? ''}`, label < 0 || /^(?:1|true|yes)$/iu.test(row[label] ?? ''));
  const shared = left.columns.filter((column) => right.columns.includes(column));
  const names = shared.filter((column) => ![left, right].some((table) => isNoEvidence(table, column)));
  const records = [
    ...recordsOf(left, names, idsLeft.map((id) => `l${id}`), () => 'left'),
    ...recordsOf(right, names, idsRight.map((id) => `r${id}`), () => 'right'),
  ]; // prettier-ignore
  return { form: label < 0 ? 'JOIN' : 'PAIRS', name, records, hints: hintsOf(names), labels };
}

function oneList(name: string, table: Table): ClusteredSet[] {
  const column = truthOf(table);
  const ids = rowIds(table);
  const numbers = ids.map((id) => /^rec-(\d+)-(?:org|dup)/u.exec(id)?.[1]);
  const clusters =
    column >= 0 ? table.rows.map((row) => row[column] ?? '') : numbers.every((number) => number !== undefined) ? numbers : null;
  if (clusters === null || table.rows.length < 2) return [];
  const source = table.columns.findIndex((column) => SOURCE.test(column));
  const names = table.columns.filter(
    (name, index) => index !== source && index !== column && !TRUTH.test(name) && !isNoEvidence(table, name),
  );
  const unique = ids.map((id, index) => `${index}:${id}`);
  const records = recordsOf(table, names, unique, (row) => (source < 0 ? 'list' : (row[source] ?? '')));
  return [
    { form: 'CLUSTERS', name, records, hints: hintsOf(names), truth: new Map(unique.map((id, index) => [id, clusters[index] ?? ''])) },
  ];
}

// The column that says which rows are one: by its name; else a label or an id that several rows share.
function truthOf({ columns, rows }: Table): number {
  const named = columns.findIndex((column) => TRUTH.test(column));
  if (named >= 0) return named;
  return columns.findIndex((column, at) => {
    if (!LABEL_COLUMNS.test(column) && !ROW_ID.test(column)) return false;
    const values = rows.map((row) => row[at] ?? '');
    const distinct = new Set(values).size;
    return !values.includes('') && distinct < rows.length && distinct > rows.length / MOST_COPIES;
  });
}

// Row numbers, ids of rows and labels say nothing of what a record is; nor does a column that is empty.
function isNoEvidence(table: Table, column: string): boolean {
  if (ROW_ID.test(column) || LABEL_COLUMNS.test(column) || TRUTH.test(column)) return true;
  const at = table.columns.indexOf(column);
  const first = Number(table.rows[0]?.[at]);
  return (
    table.rows.every((row) => (row[at] ?? '') === '') ||
    table.rows.every((row, index) => row[at] !== '' && Number(row[at]) === first + index)
  );
}

function rowIds({ columns, rows }: Table): string[] {
  const named = columns.findIndex((column, at) => ROW_ID.test(column) && new Set(rows.map((row) => row[at])).size === rows.length);
  return named < 0 ? rows.map((_, index) => String(index)) : rows.map((row) => row[named] ?? '');
}

function recordsOf(
  { columns, rows }: Table,
  names: readonly string[],
  ids: readonly string[],
  sourceOf: (row: readonly string[]) => string,
): ResolvableRecord[] {
  const places = names.map((name) => columns.indexOf(name));
  return rows.map((row, index) => ({
    id: ids[index] ?? '',
    source: sourceOf(row),
    values: Object.fromEntries(names.map((name, at) => [name, row[places[at] ?? -1] || null])),
  }));
}

function hintsOf(names: readonly string[]): FieldHint[] {
  return names.map((name) => ({ name, semantic: 'TEXT', type: 'TEXT' }));
}
