import type { LandedPart } from '../kit/connector.ts';
import { CopyRows } from '../objects/copy-rows.ts';
import { landPlain } from './land-plain.ts';
import { LandRecords, type PartToLand } from './land-records.ts';
import { readTable } from './reading/read-table.ts';
import type { Position } from './reading/records.ts';

const CHUNK_BYTES = 256 * 1024;

/** Reads and types a part of a table and writes it down as the database takes it. Synchronous: for worker threads. */
export function landPart(part: PartToLand): LandedPart {
  const rows = new CopyRows(part, part.spare);
  const records = new LandRecords(part, rows);
  const rest = landPlain(part, rows, records);
  if (rest !== 'NOTHING') landText(part, records, rest);
  return { rows: rows.rows, bytes: rows.close(), bad: records.bad, ordinal: records.ordinal };
}

/** The same by the reader that reads everything, record by record. */
export function landPartAsText(part: PartToLand): LandedPart {
  const rows = new CopyRows(part);
  const records = new LandRecords(part, rows);
  landText(part, records, part.from);
  return { rows: rows.rows, bytes: rows.close(), bad: records.bad, ordinal: records.ordinal };
}

function landText({ file, layout, to }: PartToLand, records: LandRecords, from: Position | null): void {
  const options = { chunkBytes: CHUNK_BYTES, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  for (const batch of readTable(file, layout, options)) records.take(batch);
}
