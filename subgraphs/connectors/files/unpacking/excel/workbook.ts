import { posix } from 'node:path';
import { MAX_SHARED_CHARACTERS } from '../../limits.ts';
import { NotUnpacked } from '../packing.ts';
import { type CellStyle, styleOf } from './cell-style.ts';
import { XmlReader, type XmlListener, attribute } from './xml.ts';
import type { ZipArchive } from './zip.ts';

/** A sheet of a workbook. */
export interface Sheet {
  name: string;
  /** Its place in the archive. */
  part: string;
  hidden: boolean;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  sheets: Sheet[];
  /** Days are counted from 1904 instead of 1900. */
  from1904: boolean;
  styles: readonly CellStyle[];
  texts: readonly string[];
}

const ROOT = '_rels/.rels';
const ignore = (): void => undefined;

async function read(archive: ZipArchive, part: string, listener: Partial<XmlListener>): Promise<void> {
  const reader = new XmlReader({ open: ignore, close: ignore, text: ignore, ...listener });
  for await (const chunk of archive.text(part)) reader.push(chunk);
}

/** The sheets of a workbook, without what is in them. @throws NotUnpacked */
export async function readSheets(archive: ZipArchive): Promise<{ sheets: Sheet[]; from1904: boolean; folder: string }> {
  const part = await mainPart(archive);
  const folder = posix.dirname(part);
  const targets = await relationsOf(archive, part);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await read(archive, part, {
    open(name, tag) {
      if (name === 'workbookPr') from1904 = isTrue(attribute(tag, 'date1904'));
      if (name !== 'sheet') return;
      const target = targets.get(attribute(tag, 'id') ?? '');
      // Charts are sheets too, with nothing to read.
      if (target === undefined || !/worksheets?\b/iu.test(target.type)) return;
      sheets.push({ name: attribute(tag, 'name') ?? 'Sheet', part: target.part, hidden: /hidden/iu.test(attribute(tag, 'state') ?? '') });
    },
  });
  return { sheets, from1904, folder };
}

/** What the cells of a workbook's sheets refer to. @throws NotUnpacked */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const { sheets, from1904, folder } = await readSheets(archive);
  return { sheets, from1904, styles: await readStyles(archive, folder), texts: await readTexts(archive, folder) };
}

async function mainPart(archive: ZipArchive): Promise<string> {
  if (!archive.has(ROOT))
    throw new NotUnpacked('UNSUPPORTED_FORMAT', 'it is a ZIP archive, no Excel workbook; unpack it and connect its files');
  let found: string | null = null;
  await read(archive, ROOT, {
    open(name, tag) {
      if (name === 'Relationship' && attribute(tag, 'Type')?.endsWith('/officeDocument') === true) found = attribute(tag, 'Target');
    },
  });
  const part = (found ?? 'xl/workbook.xml').replace(/^\//u, '');
  if (!archive.has(part) || part.endsWith('.bin'))
    throw new NotUnpacked('UNSUPPORTED_FORMAT', 'it is no workbook of the kind that is read; save it as .xlsx or CSV');
  return part;
}

async function relationsOf(archive: ZipArchive, part: string): Promise<Map<string, { part: string; type: string }>> {
  const targets = new Map<string, { part: string; type: string }>();
  const place = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(place)) return targets;
  await read(archive, place, {
    open(name, tag) {
      if (name !== 'Relationship') return;
      const target = attribute(tag, 'Target') ?? '';
      const whole = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
      targets.set(attribute(tag, 'Id') ?? '', { part: whole, type: attribute(tag, 'Type') ?? '' });
    },
  });
  return targets;
}

async function readStyles(archive: ZipArchive, folder: string): Promise<CellStyle[]> {
  const part = posix.join(folder, 'styles.xml');
  if (!archive.has(part)) return [];
  const formats = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inCells = false;
  await read(archive, part, {
    open(name, tag) {
      if (name === 'numFmt') formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attribute(tag, 'numFmtId') ?? 0);
        styles.push(styleOf(id, formats.get(id) ?? null));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function readTexts(archive: ZipArchive, folder: string): Promise<string[]> {
  const part = posix.join(folder, 'sharedStrings.xml');
  if (!archive.has(part)) return [];
  const texts: string[] = [];
  let characters = 0;
  let current = '';
  let inText = false;
  let spoken = false;
  await read(archive, part, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') spoken = true;
      else if (name === 't') inText = true;
    },
    text(piece) {
      if (inText && !spoken) current += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') spoken = false;
      else if (name === 'si') {
        characters += current.length;
        if (characters > MAX_SHARED_CHARACTERS)
          throw new NotUnpacked('TOO_LARGE', 'its sheets share more text than is held; save it as CSV');
        texts.push(plainText(current));
      }
    },
  });
  return texts;
}

/** Characters that XML cannot hold are written as _x000D_. */
export const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([\dA-F]{4})_/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))).replaceAll('\0', '')
    : text;

export const isTrue = (text: string | null): boolean => text === '1' || text === 'true';
