import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { FoundForeignKey, FoundKey, KeyObject } from './keys/key-object.ts';
import {
  MAX_COUNTED_PER_COLUMN,
  MAX_COUNTED_PER_OBJECT,
  MAX_DISTINCT_PER_COLUMN,
  MAX_DISTINCT_PER_OBJECT,
  MAX_KEY_VALUES_PER_OBJECT,
} from './limits.ts';
import { ColumnProfiler } from './profiling/column-profiler.ts';
import type { TableLayout } from './reading/layout.ts';
import { readTable } from './reading/read-table.ts';
import { type Scanned, textOf } from './scan-file.ts';
import { type ColumnFormat, type Conventions, conventionsOf, decideFormat, declaredFormat } from './typing/column-format.ts';
import { ColumnTally } from './typing/column-tally.ts';
import { recordNormaliser } from './typing/normalise-record.ts';

export interface DiscoveredTable {
  kind: 'TABLE';
  layout: TableLayout;
  formats: ColumnFormat[];
  columns: DiscoveredColumn[];
  rowCount: number;
  quarantinedCount: number;
  primaryKey: FoundKey | null;
  foreignKeys: FoundForeignKey[];
  /** What people should know of the file: its encoding, titles left out. */
  evidence: string[];
}

/** Decides the format of each column, then reads the file a second time to profile what lands of it; keys come later, when all tables are known. */
export function profileTable(
  scan: Scanned,
  everywhere: Conventions,
  descriptions: ReadonlyMap<string, string>,
): { table: DiscoveredTable; keys: KeyObject } {
  const { layout } = scan;
  const own = conventionsOf(scan.tallies);
  // Spreadsheets write semicolons where the comma is the decimal sign.
  const usual = layout.kind === 'DELIMITED' && layout.dialect.delimiter === ';' ? ',' : null;
  const conventions = { order: own.order ?? everywhere.order, decimal: own.decimal ?? everywhere.decimal ?? usual };
  const decided = layout.columns.map((column, index) =>
    column.declared === undefined
      ? decideFormat(column.name, scan.tallies[index] ?? new ColumnTally(), conventions)
      : declaredFormat(column.name, column.declared),
  );
  const formats = decided.map((one) => one.format);
  const count = formats.length;
  const bounds = {
    maxCounted: Math.min(MAX_COUNTED_PER_COLUMN, Math.ceil(MAX_COUNTED_PER_OBJECT / count)),
    maxDistinct: Math.min(MAX_DISTINCT_PER_COLUMN, Math.ceil(MAX_DISTINCT_PER_OBJECT / count)),
    budget: { entries: MAX_KEY_VALUES_PER_OBJECT },
  };
  const profilers = formats.map((format) => new ColumnProfiler(format.type, bounds));
  const normalise = recordNormaliser(layout, formats);
  let rowCount = 0;
  let quarantinedCount = 0;
  for (const batch of readTable(textOf(scan.file), layout)) {
    quarantinedCount += batch.bad.length;
    for (const record of batch.records) {
      const values = normalise(record);
      if (!Array.isArray(values)) {
        quarantinedCount++;
        continue;
      }
      rowCount++;
      for (let i = 0; i < count; i++) profilers[i]?.add(values[i] ?? null);
    }
  }
  const columns = layout.columns.map((column, position): DiscoveredColumn => {
    const profiler = profilers[position] as ColumnProfiler;
    const { format, evidence } = decided[position] as (typeof decided)[number];
    return {
      name: column.name,
      position,
      type: format.type,
      format: format.label,
      currency: format.currency,
      nullable: profiler.blanks > 0,
      description: descriptions.get(column.name) ?? null,
      evidence: [...column.evidence, ...evidence],
      profile: profiler.profile(),
    };
  });
  const keys: KeyObject = {
    path: scan.file.path,
    name: scan.name,
    rows: rowCount,
    primaryKey: null,
    columns: columns.map((column, position) => {
      const profiler = profilers[position] as ColumnProfiler;
      const unique = profiler.isUnique;
      const { averageLength } = column.profile;
      return {
        name: column.name,
        position,
        type: column.type,
        blanks: profiler.blanks,
        distinct: profiler.distinct,
        unique,
        averageLength,
        sketch: profiler.sketch(),
      };
    }),
  };
  return {
    table: {
      kind: 'TABLE',
      layout,
      formats,
      columns,
      rowCount,
      quarantinedCount,
      primaryKey: null,
      foreignKeys: [],
      evidence: scan.evidence,
    },
    keys,
  };
}
