import { MAX_COLUMNS } from '../../limits.ts';
import { type CellStyle, numberText } from './cell-style.ts';
import { type Workbook, plainText } from './workbook.ts';
import { XmlReader, attribute } from './xml.ts';

/** Cells that look like one; columns and rows from 0, both ends within. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What is told of a sheet while it is read. */
export interface SheetListener {
  /** @param row from 0 @param cells by column, as many as are written; blanks are empty */
  row(row: number, cells: string[]): void;
  merge?(merge: Merge): void;
  formula?(hasResult: boolean): void;
}

const NUMBER: CellStyle = { kind: 'NUMBER' };
/** One more than are read, so that a sheet with too many shows it. */
const MAX_READ_COLUMNS = MAX_COLUMNS + 1;

/** Makes what reads the XML of one sheet, chunk by chunk. */
export function sheetReader(workbook: Workbook, listener: SheetListener): XmlReader {
  let row = -1;
  let column = -1;
  let cells: string[] = [];
  let type = 'n';
  let style = NUMBER;
  let value = '';
  let takes = false;
  let formula = false;
  const end = (): void => {
    if (formula) listener.formula?.(value !== '');
    if (value === '' || column < 0 || column >= MAX_READ_COLUMNS) return;
    const text = cellText(workbook, type, style, value);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  return new XmlReader({
    open(name, tag) {
      switch (name) {
        case 'row':
          row = numberOr(attribute(tag, 'r'), row + 2) - 1;
          column = -1;
          cells = [];
          break;
        case 'c': {
          column = columnOf(attribute(tag, 'r')) ?? column + 1;
          type = attribute(tag, 't') ?? 'n';
          style = workbook.styles[Number(attribute(tag, 's') ?? -1)] ?? NUMBER;
          value = '';
          formula = false;
          break;
        }
        case 'f':
          formula = true;
          break;
        case 'v':
        case 't':
          takes = true;
          break;
        case 'mergeCell': {
          const merge = mergeOf(attribute(tag, 'ref') ?? '');
          if (merge !== null) listener.merge?.(merge);
          break;
        }
      }
    },
    text(text) {
      if (takes) value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') takes = false;
      else if (name === 'c') end();
      else if (name === 'row' && cells.length > 0) listener.row(row, cells);
    },
  });
}

function cellText({ texts, from1904 }: Workbook, type: string, style: CellStyle, value: string): string {
  switch (type) {
    case 's':
      return texts[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return numberText(value, style, from1904);
    case 'd':
      return value;
    default:
      return plainText(value);
  }
}

const numberOr = (text: string | null, otherwise: number): number => (text === null || !/^\d{1,7}$/u.test(text) ? otherwise : Number(text));

/** The column of a place like `AB12`, from 0. */
function columnOf(place: string | null): number | null {
  const letters = /^\$?([A-Z]{1,3})/u.exec(place ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function mergeOf(ref: string): Merge | null {
  const [, from = '', top = '', to = '', bottom = ''] = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/u.exec(ref) ?? [];
  const left = columnOf(from);
  const right = columnOf(to);
  return left === null || right === null ? null : { top: Number(top) - 1, left, bottom: Number(bottom) - 1, right };
}
