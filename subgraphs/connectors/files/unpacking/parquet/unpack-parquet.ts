import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type AsyncBuffer, type Compressors, type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet';
import { compressors as known } from 'hyparquet-compressors';
import { MAX_COLUMNS, MAX_HELD_VALUES, MAX_PAGE_BYTES, MAX_ROW_GROUP_BYTES } from '../../limits.ts';
import type { LayoutColumn } from '../../reading/layout.ts';
import { NotUnpacked } from '../packing.ts';
import { TextWriter, byteMeter } from '../text-writer.ts';
import { parsers } from './cells.ts';
import { type ParquetColumn, columnsOf } from './columns.ts';

const MIN_ROWS = 1_000;
/** Wide files in pages that are still worth their while. */
const MAX_ROWS = 100_000;

/** Pages say how large they become: those that say too much are not unpacked. */
const compressors: Compressors = Object.fromEntries(
  Object.entries(known).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, length: number): Uint8Array => {
      if (length > MAX_PAGE_BYTES) throw new NotUnpacked('TOO_LARGE', 'a page of it is larger than 256 MB');
      return unpack(input, length);
    },
  ]),
);

/** Writes a Parquet file as a text without a header. @returns its columns, with notes for people @throws NotUnpacked */
export async function unpackParquet(file: string, text: string): Promise<{ columns: LayoutColumn[]; evidence: string[] }> {
  const handle = openSync(file, 'r');
  try {
    const source = bufferOf(handle, statSync(file).size);
    const metadata = await parquetMetadataAsync(source, { parsers, geoparquet: false });
    const { columns, leftOut } = columnsOf(parquetSchema(metadata));
    if (columns.length > MAX_COLUMNS)
      throw new NotUnpacked('TOO_MANY_COLUMNS', `it has ${columns.length} columns; the limit is ${MAX_COLUMNS}`);
    if (columns.length === 0) throw new NotUnpacked('UNREADABLE', 'it has no column that can be read');
    using writer = new TextWriter(text, byteMeter(file));
    const tooLong = await writeRows(source, metadata, columns, writer);
    writer.end();
    const evidence = [...leftOut].map(([name, what]) => `${name} is left out: ${what}`);
    return { columns: columns.map((column, index) => layoutColumn(column, tooLong.has(index))), evidence };
  } catch (error) {
    throw readable(error);
  } finally {
    closeSync(handle);
  }
}

/** @returns the columns of whole numbers some of which have more digits than a number keeps */
async function writeRows(
  source: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly ParquetColumn[],
  writer: TextWriter,
): Promise<Set<number>> {
  const tooLong = new Set<number>();
  const top = [...new Set(columns.map(({ way }) => way[0] ?? ''))];
  const nested = columns.some(({ way, type }) => way.length > 1 || type === 'TEXT');
  let start = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const packed = group.columns.reduce((sum, { meta_data: meta }) => sum + Number(meta?.total_compressed_size ?? 0), 0);
    if (packed > MAX_ROW_GROUP_BYTES)
      throw new NotUnpacked('TOO_LARGE', `a row group of it has ${Math.round(packed / 1_048_576)} MB; write it with smaller ones`);
    const held = Math.min(MAX_ROWS, Math.max(MIN_ROWS, Math.floor(MAX_HELD_VALUES / columns.length)));
    // Nested columns are taken apart from the group's start each time: in few, larger pieces.
    const step = nested ? Math.max(held, Math.ceil(rows / 8)) : held;
    for (let at = 0; at < rows; at += step) {
      await parquetRead({
        file: source, metadata, compressors, parsers, geoparquet: false, utf8: true, useOffsetIndex: true, columns: top, rowFormat: 'object',
        rowStart: start + at, rowEnd: start + Math.min(rows, at + step),
        onComplete: (records) => {
          for (const record of records) writer.row(cellsOf(record, columns, tooLong));
        },
      }); // prettier-ignore
    }
    start += rows;
  }
  return tooLong;
}

function cellsOf(record: Record<string, unknown>, columns: readonly ParquetColumn[], tooLong: Set<number>): string[] {
  return columns.map(({ way, type, write }, index) => {
    let value: unknown = record;
    for (const part of way) value = value === null || typeof value !== 'object' ? null : (value as Record<string, unknown>)[part];
    const text = write(value);
    if (type === 'INTEGER' && text.length > 15 && !Number.isSafeInteger(Number(text))) tooLong.add(index);
    return text;
  });
}

function layoutColumn({ name, type, evidence }: ParquetColumn, tooLong: boolean): LayoutColumn {
  if (tooLong) return { name, evidence: [...evidence, 'kept as text: some have more digits than a number keeps'], declared: 'TEXT' };
  return type === null ? { name, evidence } : { name, evidence, declared: type };
}

const bufferOf = (handle: number, byteLength: number): AsyncBuffer => ({
  byteLength,
  slice(start, end = byteLength) {
    if (start < 0 || end > byteLength || end < start) throw new NotUnpacked('UNREADABLE', 'it is cut off or damaged');
    const bytes = new Uint8Array(end - start);
    for (let done = 0; done < bytes.length;) {
      const read = readSync(handle, bytes, done, bytes.length - done, start + done);
      if (read === 0) throw new NotUnpacked('UNREADABLE', 'it is cut off');
      done += read;
    }
    return bytes.buffer;
  },
});

/** Whatever the library stumbles over is damage to the file. */
function readable(error: unknown): unknown {
  if (error instanceof NotUnpacked) return error;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/u.test(error.code)) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new NotUnpacked('UNREADABLE', `it is damaged, cut off or encrypted: ${why}`);
}
