import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Skip, type TableLayout, sniffLayout } from './reading/layout.ts';
import { readTable } from './reading/read-table.ts';
import type { RawRecord } from './reading/records.ts';
import { TotalRow } from './reading/total-row.ts';
import { ColumnTally } from './typing/column-tally.ts';

export interface FileToDiscover {
  /** Where it is. */
  file: string;
  /** Path below the connection's folder, `/` between folders; its identity. */
  path: string;
}

/** What the first pass over a file gives: in how many ways each column's values can be read. */
export interface Scanned {
  file: FileToDiscover;
  name: string;
  bytes: number;
  contentHash: string;
  layout: TableLayout;
  tallies: ColumnTally[];
  rows: number;
  evidence: string[];
}
export interface Skipped {
  file: FileToDiscover;
  name: string;
  bytes: number;
  skip: Skip;
}

const UNSUPPORTED = /^\.(?:xlsx?|xlsb|ods|parquet|zip|gz|7z|rar|db|sqlite|xml|html?|pdf|docx?|pptx?)$/u;

/** Reads a file once from end to end, or says why it is no table. Never throws: what cannot be read is skipped. */
export function scanOrSkip(file: FileToDiscover): Scanned | Skipped {
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
  const tally = ({ cells }: RawRecord): void => {
    rows++;
    for (let i = 0; i < cells.length; i++) tallies[i]?.add(cells[i] ?? '');
  };
  const totals = new TotalRow();
  for (const batch of readTable(file.file, layout, options)) {
    while (tallies.length < layout.columns.length) tallies.push(new ColumnTally());
    for (const record of batch.records) {
      const before = totals.next(record);
      if (before !== null) tally(before);
    }
  }
  const { last, isTotal } = totals.end();
  if (last !== null && isTotal && layout.kind === 'DELIMITED') {
    layout.totalLine = last.line;
    evidence.push('the last line is a total and left out');
  } else if (last !== null) tally(last);
  for (const tally of tallies) tally.settle();
  if (layout.columns.length === 0)
    return { file, name, bytes, skip: { kind: 'SKIPPED', code: 'NOT_TABULAR', reason: 'none of its records has a property' } };
  return { file, name, bytes, contentHash: hash.digest('hex'), layout, tallies, rows, evidence };
}
