import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { KeyObject } from '../files/keys/key-object.ts';
import {
  MAX_COUNTED_PER_COLUMN,
  MAX_COUNTED_PER_OBJECT,
  MAX_DISTINCT_PER_COLUMN,
  MAX_DISTINCT_PER_OBJECT,
  MAX_KEY_VALUES_PER_OBJECT,
} from '../files/limits.ts';
import { ColumnProfiler } from '../files/profiling/column-profiler.ts';
import { type Conventions, conventionsOf, decideFormat } from '../files/typing/column-format.ts';
import { ColumnTally } from '../files/typing/column-tally.ts';
import { currencyInName } from '../files/typing/numbers.ts';
import { type CatalogueColumn, pathOf } from './catalogue.ts';
import { rowReader } from './cells.ts';
import { TYPE_OF_KIND } from './column-kind.ts';
import { rowSchema } from './land.ts';
import type { ExaminedRelation } from './examine.ts';
import { valuesOf } from './sampling.ts';
import type { SourceSession } from './session.ts';
import type { PlannedColumn } from './sql.ts';
import { profileOfWhole, wholeColumns } from './statistics.ts';

/** A table with its columns decided and profiled; keys come later, when all tables are known. */
export interface ProfiledRelation {
  examined: ExaminedRelation;
  columns: DiscoveredColumn[];
  planned: PlannedColumn[];
  quarantined: number;
  keys: KeyObject;
  /** Records of a table that was read whole, for a key of two columns. */
  values: (() => AsyncIterable<readonly unknown[]>) | null;
}

/** Decides how each column is read and profiles what lands of it. */
export async function profileRelation(
  session: SourceSession,
  examined: ExaminedRelation,
  everywhere: Conventions,
  descriptions: ReadonlyMap<string, string>,
): Promise<ProfiledRelation> {
  const { relation, columns, tallies } = examined;
  const own = conventionsOf(tallies.filter((tally) => tally !== null));
  const conventions = { order: own.order ?? everywhere.order, decimal: own.decimal ?? everywhere.decimal };
  const decided = columns.map(({ column, kind }, index) => {
    if (kind !== 'WRITTEN')
      return { type: moneyByName(TYPE_OF_KIND[kind], column), format: null, evidence: [`${column.sqlType} in the catalogue`] };
    const { format, evidence } = decideFormat(column.name, tallies[index] ?? new ColumnTally(), conventions);
    return { type: format.type, format, evidence: [`${column.sqlType} in the catalogue`, ...evidence] };
  });
  const planned = columns.map(({ column, kind }, index): PlannedColumn => ({
    name: column.name,
    kind,
    format: decided[index]?.format ?? null,
  }));
  const read = rowReader(planned);
  const profilers = decided.map(({ type }) => new ColumnProfiler(type, boundsFor(planned.length)));
  let rows = 0;
  let quarantined = 0;
  for await (const page of examined.rows()) {
    for (const text of page) {
      const result = read(rowSchema.parse(JSON.parse(text)));
      if ('code' in result) quarantined++;
      else {
        rows++;
        for (let i = 0; i < profilers.length; i++) profilers[i]?.add(result.values[i] ?? null);
      }
    }
  }
  const count = examined.sampled ? examined.measured.rows : rows;
  const uniqueNames = new Set(relation.keys.filter((key) => key.columns.length === 1).map((key) => key.columns[0]));
  const whole = examined.sampled ? await session.read((transaction) => wholeColumns(transaction, relation, planned, count)) : null;
  const discovered = columns.map(({ column }, position): DiscoveredColumn => {
    const seen = (profilers[position] as ColumnProfiler).profile();
    const over = whole?.[position];
    const profile = over === undefined ? seen : profileOfWhole(seen, over, count, uniqueNames.has(column.name));
    const { type, format, evidence } = decided[position] as (typeof decided)[number];
    return {
      name: column.name, position, type, format: format?.label ?? null,
      currency: format?.currency ?? (type === 'MONEY' ? currencyInName(column.name) : null),
      nullable: !column.notNull || profile.blanks > 0, description: column.comment ?? descriptions.get(column.name) ?? null, evidence, profile,
    };
  }); // prettier-ignore
  const keyProfilers = examined.sampled
    ? await readKeys(
        session,
        examined,
        decided.map(({ type }) => type),
        uniqueNames,
      )
    : new Map<number, ColumnProfiler>();
  const keys: KeyObject = {
    path: pathOf(relation),
    name: relation.name,
    rows: count,
    primaryKey: null,
    columns: discovered.map(({ name, type, profile }, position) => {
      // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- there is one for each column
      const profiler = keyProfilers.get(position) ?? (profilers[position] as ColumnProfiler);
      // Of a sample, only what the catalogue says is known to be unique.
      const unique = examined.sampled ? uniqueNames.has(name) : profiler.isUnique;
      const sketch = profiler.sketch();
      const complete = !examined.sampled || keyProfilers.has(position);
      return {
        name,
        position,
        type,
        blanks: profile.blanks,
        distinct: profile.distinct,
        unique,
        averageLength: profile.averageLength,
        sketch: { ...sketch, unique: sketch.unique && complete, countsRows: sketch.countsRows && complete },
      };
    }),
  };
  const values = examined.sampled ? null : () => readValues(examined, planned);
  return {
    examined: { ...examined, measured: { ...examined.measured, rows: count } },
    columns: discovered,
    planned,
    quarantined,
    keys,
    values,
  };
}

async function* readValues(examined: ExaminedRelation, planned: readonly PlannedColumn[]): AsyncGenerator<readonly unknown[]> {
  const read = rowReader(planned);
  for await (const page of examined.rows()) {
    for (const text of page) {
      const result = read(rowSchema.parse(JSON.parse(text)));
      if (!('code' in result)) yield result.values;
    }
  }
}

/** All values of the columns that alone tell records apart, so that what refers to them is found also where the table is too large to be read whole. */
async function readKeys(
  session: SourceSession,
  { relation, columns }: ExaminedRelation,
  types: readonly DiscoveredColumn['type'][],
  unique: ReadonlySet<string | undefined>,
): Promise<Map<number, ColumnProfiler>> {
  const profilers = new Map<number, ColumnProfiler>();
  for (const [position, { column }] of columns.entries()) {
    const type = types[position] ?? 'TEXT';
    if (!unique.has(column.name) || (type !== 'TEXT' && type !== 'INTEGER')) continue;
    const profiler = new ColumnProfiler(type, boundsFor(1));
    await session.read(async (transaction) => {
      for await (const page of valuesOf(transaction, relation, column.name, MAX_KEY_VALUES_PER_OBJECT))
        for (const text of page) profiler.add(text.trim());
    });
    profilers.set(position, profiler);
  }
  return profilers;
}

const boundsFor = (columns: number): ConstructorParameters<typeof ColumnProfiler>[1] => ({
  maxCounted: Math.min(MAX_COUNTED_PER_COLUMN, Math.ceil(MAX_COUNTED_PER_OBJECT / columns)),
  maxDistinct: Math.min(MAX_DISTINCT_PER_COLUMN, Math.ceil(MAX_DISTINCT_PER_OBJECT / columns)),
  budget: { entries: MAX_KEY_VALUES_PER_OBJECT },
});

/** A number with a currency at the end of its name is an amount of it, as in files. */
const moneyByName = (type: DiscoveredColumn['type'], { name }: CatalogueColumn): DiscoveredColumn['type'] =>
  (type === 'DECIMAL' || type === 'INTEGER') && currencyInName(name) !== null ? 'MONEY' : type;
