import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Skip, type TableLayout, layoutOfRows, sniffLayout } from './reading/layout.ts';
import type { UnpackedText } from './unpacking/packing.ts';
import { readTable } from './reading/read-table.ts';
import type { RawRecord } from './reading/records.ts';
import { MAX_COLUMNS } from './limits.ts';
import { Splits } from './reading/splits.ts';
import { TotalRow } from './reading/total-row.ts';
import { ColumnTally } from './typing/column-tally.ts';

export interface FileToDiscover {
  /** Where it is. */
  file: string;
  /** Path below the connection's folder, `/` between folders; its identity. */
  path: string;
  /** The text that was unpacked from it, or from a part of it; left out: the file is one itself. */
  unpacked?: UnpackedText;
}

/** Where the text of a file is. */
export const textOf = ({ file, unpacked }: FileToDiscover): string => unpacked?.text ?? file;

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

const UNSUPPORTED = /^\.(?:xls[xmb]?|ods|parquet|zip|gz|7z|rar|db|sqlite|xml|html?|pdf|docx?|pptx?)$/u;

/** Reads a file once from end to end, or says why it is no table. Never throws: what cannot be read is skipped. */
export function scanOrSkip(file: FileToDiscover): Scanned | Skipped {
  const { unpacked } = file;
  const name = unpacked?.name ?? basename(file.path, extname(file.path));
  let bytes = 0;
  try {
    bytes = statSync(textOf(file)).size;
    if (unpacked === undefined && UNSUPPORTED.test(extname(file.path).toLowerCase())) {
      return {
        file,
        name,
        bytes,
        skip: {
          kind: 'SKIPPED',
          code: 'UNSUPPORTED_FORMAT',
          reason: `${extname(file.path)} files are not read; save it as .xlsx, CSV or JSON`,
        },
      };
    }
    const layout = layoutOf(file);
    return layout.kind === 'SKIPPED' ? { file, name, bytes, skip: layout } : scan(file, name, bytes, layout);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file, name, bytes, skip: { kind: 'SKIPPED', code: 'UNREADABLE', reason: `it cannot be read: ${reason}` } };
  }
}

/** How its text is read. A sheet's lines are its rows. */
function layoutOf(file: FileToDiscover): TableLayout | Skip {
  const { unpacked } = file;
  if (unpacked === undefined) return sniffLayout(file.file);
  if (unpacked.columns !== null) return layoutOfRows(unpacked.columns);
  const layout = sniffLayout(unpacked.text, unpacked.extension);
  if (layout.kind === 'DELIMITED' && unpacked.packing?.kind === 'SHEET') layout.countsRecords = true;
  return layout;
}

function scan(file: FileToDiscover, name: string, bytes: number, layout: TableLayout): Scanned | Skipped {
  const hash = createHash('sha256');
  const evidence: string[] = [...(file.unpacked?.evidence ?? []), ...layout.evidence];
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
  const splits = new Splits(bytes);
  for (const batch of readTable(textOf(file), layout, options)) {
    while (tallies.length < layout.columns.length) tallies.push(new ColumnTally());
    for (const record of batch.records) {
      const before = totals.next(record);
      if (before !== null) tally(before);
    }
    splits.add(batch.records.length, batch.next);
  }
  layout.splits = splits.found;
  const { last, isTotal } = totals.end();
  if (last !== null && isTotal && layout.kind === 'DELIMITED') {
    layout.totalLine = last.line;
    evidence.push('the last line is a total and left out');
  } else if (last !== null) tally(last);
  for (const tally of tallies) tally.settle();
  if (layout.kind === 'JSON' && layout.columns.length >= MAX_COLUMNS)
    evidence.push(
      `its records have more properties than are read: those past the first ${MAX_COLUMNS.toLocaleString('en-US')} are left out`,
    );
  if (layout.columns.length === 0)
    return { file, name, bytes, skip: { kind: 'SKIPPED', code: 'NOT_TABULAR', reason: 'none of its records has a property' } };
  return { file, name, bytes, contentHash: hash.digest('hex'), layout, tallies, rows, evidence };
}
