import { closeSync, openSync, readSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { MAX_SHEETS } from '../../limits.ts';
import { NotUnpacked } from '../packing.ts';
import { byteMeter } from '../text-writer.ts';
import { unpackSheet } from './unpack-sheet.ts';
import { type Sheet, type Workbook, readWorkbook } from './workbook.ts';
import { ZipArchive } from './zip.ts';

const ZIP = '504b';
const OLE = 'd0cf11e0';
/** Names of streams in an old container are written with two bytes a letter. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const HEAD_BYTES = 4 * 1024 * 1024;
const GENERIC = /^(?:sheet|tabelle|feuil|hoja|foglio|planilha|blad|ark|лист|シート)\s*\d*$/iu;

/** A workbook that is open: its sheets, and how one of them becomes a text. */
export interface OpenWorkbook {
  sheets: readonly Sheet[];
  unpack(part: string, text: string): Promise<string[]>;
}

/** Opens an Excel workbook. @throws NotUnpacked that says what else it is */
export async function openWorkbook(file: string): Promise<OpenWorkbook> {
  const head = headOf(file);
  const start = head.subarray(0, 4).toString('hex');
  if (start === OLE)
    throw head.includes(ENCRYPTED)
      ? new NotUnpacked('UNSUPPORTED_FORMAT', 'it is encrypted; save it without a password')
      : new NotUnpacked('UNSUPPORTED_FORMAT', 'it is an old .xls workbook; save it as .xlsx or CSV');
  if (!start.startsWith(ZIP)) throw new NotUnpacked('UNREADABLE', 'it is no Excel workbook, whatever its name says');
  const archive = await ZipArchive.open(file, byteMeter(file));
  const workbook: Workbook = await readWorkbook(archive);
  if (workbook.sheets.length > MAX_SHEETS)
    throw new NotUnpacked('TOO_LARGE', `it has ${workbook.sheets.length} sheets; the limit is ${MAX_SHEETS}`);
  return { sheets: workbook.sheets, unpack: (part, text) => unpackSheet(archive, workbook, part, text, byteMeter(file)) };
}

/** What a sheet is called as a table: by its own name when that says something, else by the file's. */
export function tableName(path: string, sheet: Sheet, sheets: readonly Sheet[]): string {
  const file = basename(path, extname(path));
  const shown = sheets.filter(({ hidden }) => !hidden).length;
  if (shown <= 1 && !sheet.hidden) return file;
  return GENERIC.test(sheet.name) ? `${file} ${sheet.name}` : sheet.name;
}

function headOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}
