import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import { type Documentation, MAX_DOCUMENTATION_ROWS, readDocumentation } from './keys/documentation.ts';
import { findForeignKeys } from './keys/foreign-keys.ts';
import type { FoundForeignKey, FoundKey, KeyObject } from './keys/key-object.ts';
import { choosePrimaryKey, pairCandidates } from './keys/primary-key.ts';
import {
  MAX_COUNTED_PER_COLUMN,
  MAX_COUNTED_PER_OBJECT,
  MAX_DISTINCT_PER_COLUMN,
  MAX_DISTINCT_PER_OBJECT,
  MAX_KEY_VALUES_PER_OBJECT,
} from './limits.ts';
import { ColumnProfiler } from './profiling/column-profiler.ts';
import { ValueTable, hashText } from './profiling/value-table.ts';
import { type Skip, type TableLayout, sniffLayout } from './reading/layout.ts';
import { readTable } from './reading/read-table.ts';
import { type ColumnFormat, type Conventions, conventionsOf, decideFormat } from './typing/column-format.ts';
import { ColumnTally } from './typing/column-tally.ts';
import { wordsOfName, singular } from './typing/names.ts';
import { normaliseRecord } from './typing/normalise-record.ts';

export interface FileToDiscover {
  /** Where it is. */
  file: string;
  /** Path below the connection's folder, `/` between folders; its identity. */
  path: string;
}

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

export interface DiscoveredFile {
  path: string;
  name: string;
  bytes: number;
  /** SHA-256 of the bytes; null when they were not all read. */
  contentHash: string | null;
  found: DiscoveredTable | Skip;
}

/** What the first pass over a file gives. */
interface Scanned {
  file: FileToDiscover;
  name: string;
  bytes: number;
  contentHash: string;
  layout: TableLayout;
  tallies: ColumnTally[];
  rows: number;
  evidence: string[];
}
interface Skipped {
  file: FileToDiscover;
  name: string;
  bytes: number;
  skip: Skip;
}

const UNSUPPORTED = /^\.(?:xlsx?|xlsb|ods|parquet|zip|gz|7z|rar|db|sqlite|xml|html?|pdf|docx?|pptx?)$/u;
const MAX_PAIR_ROWS = 2_000_000;

/**
 * Discovers the tables in some files: columns with types decided from all their values, profiles, keys and foreign keys with evidence. Each file is read
 * twice (to decide how its values are written, then to profile what they say), in bounded memory. Reads synchronously: for worker threads.
 */
export function discoverFiles(files: readonly FileToDiscover[]): DiscoveredFile[] {
  const scanned: Scanned[] = [];
  const skipped: Skipped[] = [];
  for (const file of files) {
    const result = scanOrSkip(file);
    if ('skip' in result) skipped.push(result);
    else scanned.push(result);
  }
  const documents = findDocumentation(scanned);
  const everywhere = conventionsOf(scanned.flatMap((one) => one.tallies));
  const tables: { scan: Scanned; table: DiscoveredTable; keys: KeyObject }[] = [];
  for (const scan of scanned) {
    const document = documents.get(scan);
    if (document)
      skipped.push({
        ...scan,
        skip: { kind: 'SKIPPED', code: 'DOCUMENTATION', reason: `it describes the other files: ${document.evidence}` },
      });
    else tables.push({ scan, ...profileTable(scan, everywhere, descriptionsOf(scan.file.path, documents)) });
  }
  findKeys(tables);
  const found: DiscoveredFile[] = [
    ...tables.map(({ scan, table }) => ({
      path: scan.file.path,
      name: scan.name,
      bytes: scan.bytes,
      contentHash: scan.contentHash,
      found: table,
    })),
    ...skipped.map(({ file, name, bytes, skip }) => ({ path: file.path, name, bytes, contentHash: null, found: skip })),
  ];
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function scanOrSkip(file: FileToDiscover): Scanned | Skipped {
  const name = basename(file.path, extname(file.path));
  let bytes = 0;
  try {
    bytes = statSync(file.file).size;
    if (UNSUPPORTED.test(extname(file.path).toLowerCase())) {
      return {
        file,
        name,
        bytes,
        skip: { kind: 'SKIPPED', code: 'UNSUPPORTED_FORMAT', reason: `${extname(file.path)} files are not read; save it as CSV or JSON` },
      };
    }
    const layout = sniffLayout(file.file);
    return layout.kind === 'SKIPPED' ? { file, name, bytes, skip: layout } : scan(file, name, bytes, layout);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file, name, bytes, skip: { kind: 'SKIPPED', code: 'UNREADABLE', reason: `it cannot be read: ${reason}` } };
  }
}

function scan(file: FileToDiscover, name: string, bytes: number, layout: TableLayout): Scanned | Skipped {
  const hash = createHash('sha256');
  const evidence: string[] = [...layout.evidence];
  const tallies: ColumnTally[] = layout.columns.map(() => new ColumnTally());
  let rows = 0;
  const options = {
    growColumns: true,
    onBytes: (chunk: Buffer) => void hash.update(chunk),
    onEvidence: (found: string[]) => void evidence.push(...found),
  };
  for (const batch of readTable(file.file, layout, options)) {
    while (tallies.length < layout.columns.length) tallies.push(new ColumnTally());
    rows += batch.records.length;
    for (const { cells } of batch.records) for (let i = 0; i < cells.length; i++) tallies[i]?.add(cells[i] ?? '');
  }
  if (layout.columns.length === 0)
    return { file, name, bytes, skip: { kind: 'SKIPPED', code: 'NOT_TABULAR', reason: 'none of its records has a property' } };
  return { file, name, bytes, contentHash: hash.digest('hex'), layout, tallies, rows, evidence };
}

function findDocumentation(scanned: readonly Scanned[]): Map<Scanned, Documentation> {
  const documents = new Map<Scanned, Documentation>();
  if (scanned.length < 2) return documents;
  for (const one of scanned) {
    if (one.rows > MAX_DOCUMENTATION_ROWS || one.layout.columns.length < 2) continue;
    const others = scanned
      .filter((other) => other !== one && !documents.has(other))
      .map((other) => ({ path: other.file.path, name: other.name, columns: other.layout.columns.map((column) => column.name) }));
    const rows = [...readTable(one.file.file, one.layout)].flatMap((batch) => batch.records.map((record) => record.cells));
    const document = readDocumentation({ columns: one.layout.columns.map((column) => column.name), rows }, others);
    if (document) documents.set(one, document);
  }
  return documents;
}

function descriptionsOf(path: string, documents: ReadonlyMap<Scanned, Documentation>): ReadonlyMap<string, string> {
  for (const document of documents.values()) {
    const descriptions = document.columns.get(path);
    if (descriptions) return descriptions;
  }
  return new Map();
}

function profileTable(
  scan: Scanned,
  everywhere: Conventions,
  descriptions: ReadonlyMap<string, string>,
): { table: DiscoveredTable; keys: KeyObject } {
  const { layout } = scan;
  const own = conventionsOf(scan.tallies);
  const conventions = { order: own.order ?? everywhere.order, decimal: own.decimal ?? everywhere.decimal };
  const decided = layout.columns.map((column, index) => decideFormat(column.name, scan.tallies[index] ?? new ColumnTally(), conventions));
  const formats = decided.map((one) => one.format);
  const count = formats.length;
  const bounds = {
    maxCounted: Math.min(MAX_COUNTED_PER_COLUMN, Math.ceil(MAX_COUNTED_PER_OBJECT / count)),
    maxDistinct: Math.min(MAX_DISTINCT_PER_COLUMN, Math.ceil(MAX_DISTINCT_PER_OBJECT / count)),
    budget: { entries: MAX_KEY_VALUES_PER_OBJECT },
  };
  const profilers = formats.map((format) => new ColumnProfiler(format.type, bounds));
  let rowCount = 0;
  let quarantinedCount = 0;
  for (const batch of readTable(scan.file.file, layout)) {
    quarantinedCount += batch.bad.length;
    for (const record of batch.records) {
      const values = normaliseRecord(record, layout, formats);
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

function findKeys(tables: readonly { scan: Scanned; table: DiscoveredTable; keys: KeyObject }[]): void {
  const shared = sharedWords(tables.map(({ keys }) => keys.name));
  for (const { table, keys } of tables) table.primaryKey = keys.primaryKey = choosePrimaryKey(keys, shared);
  const foreignKeys = findForeignKeys(tables.map(({ keys }) => keys), shared); // prettier-ignore
  for (const { scan, table, keys } of tables) {
    table.foreignKeys = foreignKeys.get(keys.path) ?? [];
    table.primaryKey ??= findPairKey(scan, table, keys);
  }
}

/** The first pair of likely columns whose values together never repeat; reads the file once more. */
function findPairKey(scan: Scanned, table: DiscoveredTable, keys: KeyObject): FoundKey | null {
  if (table.rowCount < 2 || table.rowCount > MAX_PAIR_ROWS) return null;
  let pairs = pairCandidates(keys, new Set(table.foreignKeys.flatMap((key) => key.columns))).map((pair) => ({
    pair,
    seen: new ValueTable(MAX_PAIR_ROWS),
  }));
  const hash = new Uint32Array(2);
  for (const batch of pairs.length === 0 ? [] : readTable(scan.file.file, table.layout)) {
    for (const record of batch.records) {
      const values = normaliseRecord(record, table.layout, table.formats);
      if (!Array.isArray(values)) continue;
      for (const { pair, seen } of pairs) {
        hashText(`${String(values[pair[0].position])}\u001f${String(values[pair[1].position])}`, hash);
        seen.add(hash[0] ?? 0, hash[1] ?? 0);
      }
    }
    pairs = pairs.filter(({ seen }) => !seen.repeats);
    if (pairs.length === 0) return null;
  }
  const best = pairs[0];
  return best
    ? { columns: best.pair.map((column) => column.name), evidence: ['no column alone is unique; these two together never repeat'] }
    : null;
}

/** Words that every object's name has (`olist_…_dataset`): they tell none from another. */
function sharedWords(names: readonly string[]): Set<string> {
  const [first, ...rest] = names.map((name) => new Set(wordsOfName(name).map(singular)));
  if (!first || rest.length < 2) return new Set();
  return new Set([...first].filter((word) => rest.every((words) => words.has(word))));
}
