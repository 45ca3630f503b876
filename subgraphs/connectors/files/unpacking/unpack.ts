import { statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { FileToDiscover } from '../scan-file.ts';
import type { Skip } from '../reading/layout.ts';
import { openWorkbook, tableName } from './excel/workbook-file.ts';
import { unpackGzip } from './gzip.ts';
import { NotUnpacked, type Packing, type UnpackedText } from './packing.ts';
import { unpackParquet } from './parquet/unpack-parquet.ts';

/** A file, or a part of one, that is no table. */
export interface NotRead {
  file: FileToDiscover;
  name: string;
  skip: Skip;
}

const WORKBOOK = /^\.xls[xm]?$/u;

/** Unpacks what has to be into texts in a folder; other files pass as they are. Never throws for what is in a file. */
export async function unpackFiles(
  files: readonly FileToDiscover[],
  into: string,
): Promise<{ files: FileToDiscover[]; skipped: NotRead[] }> {
  const readable: FileToDiscover[] = [];
  const skipped: NotRead[] = [];
  const place = (): string => join(into, `${readable.length + skipped.length}.text`);
  for (const file of files) {
    const extension = extname(file.path).toLowerCase();
    const name = basename(file.path, extname(file.path));
    if (extension !== '.gz' && extension !== '.parquet' && !WORKBOOK.test(extension)) {
      readable.push(file);
      continue;
    }
    try {
      if (statSync(file.file).size === 0) throw new NotUnpacked('EMPTY_FILE', 'it is empty');
      if (extension === '.gz') readable.push({ ...file, unpacked: await gzipText(file, name, place()) });
      else if (extension === '.parquet') readable.push({ ...file, unpacked: await parquetText(file, name, place()) });
      else await sheetTexts(file, place, readable, skipped);
    } catch (error) {
      skipped.push({ file, name, skip: skipOf(error) });
    }
  }
  return { files: readable, skipped };
}

/** Unpacks one text again, as discovery did. @throws NotUnpacked, or what the file system says */
export async function unpackAgain(file: string, packing: Packing, text: string): Promise<void> {
  switch (packing.kind) {
    case 'GZIP':
      return unpackGzip(file, text);
    case 'PARQUET':
      await unpackParquet(file, text);
      return;
    case 'SHEET':
      await (await openWorkbook(file)).unpack(packing.part, text);
  }
}

async function gzipText({ file }: FileToDiscover, inner: string, text: string): Promise<UnpackedText> {
  const extension = extname(inner).toLowerCase();
  if (/^\.(?:xls[xmb]?|parquet|zip|gz|tar)$/u.test(extension))
    throw new NotUnpacked('UNSUPPORTED_FORMAT', `it holds a ${extension} file, which is packed by itself; put that one into the folder`);
  await unpackGzip(file, text);
  const name = basename(inner, extname(inner));
  return { text, extension, name, packing: { kind: 'GZIP' }, columns: null, evidence: ['unpacked from gzip'] };
}

async function parquetText({ file }: FileToDiscover, name: string, text: string): Promise<UnpackedText> {
  const { columns, evidence } = await unpackParquet(file, text);
  return { text, extension: '.csv', name, packing: { kind: 'PARQUET' }, columns, evidence };
}

async function sheetTexts(file: FileToDiscover, place: () => string, readable: FileToDiscover[], skipped: NotRead[]): Promise<void> {
  const workbook = await openWorkbook(file.file);
  for (const sheet of workbook.sheets) {
    const path = `${file.path}#${sheet.name}`;
    const name = tableName(file.path, sheet, workbook.sheets);
    try {
      if (sheet.hidden) throw new NotUnpacked('HIDDEN_SHEET', 'the sheet is hidden in the workbook; show it to have it read');
      const text = place();
      const evidence = [`the sheet “${sheet.name}” of ${basename(file.path)}`, ...(await workbook.unpack(sheet.part, text))];
      const packing: Packing = { kind: 'SHEET', part: sheet.part };
      readable.push({ file: file.file, path, unpacked: { text, extension: '.csv', name, packing, columns: null, evidence } });
    } catch (error) {
      skipped.push({ file: { file: file.file, path }, name, skip: skipOf(error) });
    }
  }
}

function skipOf(error: unknown): Skip {
  if (error instanceof NotUnpacked) return { kind: 'SKIPPED', code: error.code, reason: error.message };
  return { kind: 'SKIPPED', code: 'UNREADABLE', reason: `it cannot be read: ${error instanceof Error ? error.message : String(error)}` };
}
