import { TextWriter } from '../text-writer.ts';
import { NotUnpacked } from '../packing.ts';
import { type Merge, sheetReader } from './sheet-reader.ts';
import type { Workbook } from './workbook.ts';
import type { ZipArchive } from './zip.ts';

/** Merged cells that are taken apart; a sheet with more is a drawing. */
const MAX_MERGES = 50_000;
const MAX_ROWS = 1_048_576;

interface Shape {
  width: number;
  rows: number;
  /** Merged cells by the row in which they begin. */
  merges: Map<number, Merge[]>;
  formulas: number;
  withoutResult: number;
}

/** Writes a sheet as a text, a line for each of its rows. @returns notes for people @throws NotUnpacked when it is empty or damaged */
export async function unpackSheet(
  archive: ZipArchive,
  workbook: Workbook,
  part: string,
  text: string,
  spend: (bytes: number) => void,
): Promise<string[]> {
  const shape = await shapeOf(archive, workbook, part);
  if (shape.rows === 0) throw new NotUnpacked('EMPTY_FILE', 'the sheet is empty');
  using writer = new TextWriter(text, spend);
  let next = 0;
  let open: { merge: Merge; value: string }[] = [];
  const reader = sheetReader(workbook, {
    row(row, cells) {
      if (row < next || row >= MAX_ROWS) return;
      for (; next < row; next++) writer.row(null);
      next = row + 1;
      open = open.filter(({ merge }) => merge.bottom >= row);
      for (const { merge, value } of open) if (cells.length <= merge.left || cells[merge.left] === '') put(cells, merge.left, value);
      const merges = (shape.merges.get(row) ?? []).filter(({ left }) => (cells[left] ?? '') !== '');
      const isTitle = merges.some(({ left, right }) => right > left && cells.every((cell, column) => cell === '' || column === left));
      const isGroups = !isTitle && merges.some(({ left, right }) => right > left);
      for (const merge of merges) {
        if (merge.bottom === row || isTitle) continue;
        open.push({ merge, value: cells[merge.left] ?? '' });
        // Over groups of columns, the name of a column beside them belongs to the line of names below.
        if (isGroups && merge.left === merge.right) cells[merge.left] = '';
      }
      // A title is narrower than the other lines, one of groups wider: neither is taken for the line of names.
      if (!isTitle) while (cells.length < shape.width + (isGroups ? 1 : 0)) cells.push('');
      writer.row(cells);
    },
  });
  for await (const chunk of archive.text(part)) reader.push(chunk);
  writer.end();
  const notes: string[] = [];
  if (shape.formulas > 0) notes.push(`${shape.formulas.toLocaleString('en-US')} cells are formulas: what they last gave is read`);
  if (shape.withoutResult > 0) notes.push(`${shape.withoutResult.toLocaleString('en-US')} formulas were never worked out and are blank`);
  return notes;
}

/** A first pass: how wide the sheet is, and what is merged, which is written behind its rows. */
async function shapeOf(archive: ZipArchive, workbook: Workbook, part: string): Promise<Shape> {
  const shape: Shape = { width: 0, rows: 0, merges: new Map(), formulas: 0, withoutResult: 0 };
  let merges = 0;
  const reader = sheetReader(workbook, {
    row(_, cells) {
      shape.rows++;
      shape.width = Math.max(shape.width, cells.length);
    },
    merge(merge) {
      if (++merges > MAX_MERGES) return;
      const known = shape.merges.get(merge.top);
      if (known === undefined) shape.merges.set(merge.top, [merge]);
      else known.push(merge);
    },
    formula(hasResult) {
      shape.formulas++;
      if (!hasResult) shape.withoutResult++;
    },
  });
  for await (const chunk of archive.text(part)) reader.push(chunk);
  return shape;
}

function put(cells: string[], column: number, value: string): void {
  while (cells.length <= column) cells.push('');
  cells[column] = value;
}
