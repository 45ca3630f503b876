import { CsvParser, type CsvDialect } from '../../../../kernel/csv/csv-parser.ts';
import type { CsvBatch, CsvRecord } from '../../../../kernel/csv/csv-record.ts';
import { textOf } from '../../snapshot/fields.ts';
import type { JsonFormat, Reading, TableFormat } from '../format.ts';
import { isObject } from '../json/values.ts';
import { MOST_CHARACTERS, type Numbered } from '../numbered.ts';
import { type Entry, type Outcome, refused } from '../outcome.ts';
import { cellOf, columnsOf, rowOf } from './headings.ts';

/** How a delimited text is to be read. */
export interface TableLayout {
  format: TableFormat;
  dialect: CsvDialect;
  /** Characters before the text that only say how to read it. */
  skip: number;
  headingLine: number;
  headings: readonly string[];
}

/** Reads the rows of a delimited text below its headings. */
export async function* readTable(chunks: AsyncIterable<string>, layout: TableLayout, reading: Reading): AsyncGenerator<Numbered[]> {
  const { format, dialect, headingLine, headings } = layout;
  const parser = new CsvParser(dialect, MOST_CHARACTERS, layout.skip > 0 ? 2 : 1);
  const columns = columnsOf(headings, format);
  const outcomeOf = ({ cells }: CsvRecord): Entry => {
    if (cells.length < headings.length || cells.slice(headings.length).some((cell) => cell.trim() !== ''))
      return { id: null, outcome: refused('WRONG_WIDTH', `It has ${cells.length} cells, the headings ${headings.length}.`) };
    return entryOf(rowOf(cells, columns), format, reading);
  };
  const numbered = ({ records, bad }: CsvBatch): Numbered[] => [
    ...records
      .filter(({ line, cells }) => line > headingLine && cells.some((cell) => cell.trim() !== ''))
      .map((record) => ({ list: '', number: record.line, entry: outcomeOf(record) })),
    ...bad.map(({ line, code }) => ({ list: '', number: line, entry: { id: null, outcome: unread(code) } })),
  ];
  let skip = layout.skip;
  for await (const chunk of chunks) {
    yield numbered(parser.push(chunk.slice(skip)));
    skip = Math.max(0, skip - chunk.length);
  }
  yield numbered(parser.push('', true));
}

const unread = (code: CsvBatch['bad'][number]['code']): Outcome => refused(code === 'RECORD_TOO_LONG' ? 'TOO_LONG' : code);

/** A list of JSON objects read as a table whose headings are their keys. */
export const ofObjects = (format: TableFormat): Pick<JsonFormat, 'read'> => ({
  read: (element, _list, reading) => {
    if (!isObject(element)) return [{ id: null, outcome: refused('NOT_AN_OBJECT') }];
    const row = rowOf(Object.values(element).map(cellOf), columnsOf(Object.keys(element), format));
    return [entryOf(row, format, reading)];
  },
});

function entryOf(row: ReturnType<typeof rowOf>, format: TableFormat, reading: Reading): Entry {
  return { id: format.id === undefined ? null : textOf(row, format.id), outcome: format.read(row, reading) };
}
