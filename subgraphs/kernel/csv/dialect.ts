import { type CsvDialect, CsvParser } from './csv-parser.ts';

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_RECORDS = 300;

export interface SniffedDialect {
  dialect: CsvDialect;
  /** Lines before the data that only say how to read it (`sep=;`). */
  skipCharacters: number;
}

/**
 * How a delimited file is written, from its head: the delimiter and quote under which most records have the same number of cells, more cells winning
 * between equals. One column of text is a table too: then nothing delimits.
 */
export function sniffDialect(head: string): SniffedDialect {
  const hint = /^sep=(.)\r?\n/u.exec(head);
  const skipCharacters = hint?.[0].length ?? 0;
  const text = head.slice(skipCharacters);
  const backslash = /[^\\]\\"/u.test(text) && !/[^,;\t|\r\n]""/u.test(text);
  const delimiters = hint?.[1] === undefined ? DELIMITERS : [hint[1]];
  let best = { dialect: { delimiter: hint?.[1] ?? ',', quote: '"', backslash }, score: 0 };
  for (const delimiter of delimiters) {
    const dialect = { delimiter, quote: '"', backslash };
    const score = consistency(text, dialect);
    if (score > best.score) best = { dialect, score };
  }
  // Single quotes are far more often apostrophes: believed only when they repair what double quotes leave ragged.
  if (
    best.score > 0 &&
    new RegExp(`(?:^|[${best.dialect.delimiter.replace('|', String.raw`\|`)}\n])'[^'\n]*'(?=[${best.dialect.delimiter}\r\n])`, 'u').test(
      text,
    )
  ) {
    const dialect = { ...best.dialect, quote: "'" };
    const score = consistency(text, dialect);
    if (score > best.score * 1.1) best = { dialect, score };
  }
  return { dialect: best.dialect, skipCharacters };
}

/** 0 when fewer than two cells a record are usual; else the share of records of the usual width, weighted a little by that width. */
function consistency(text: string, dialect: CsvDialect): number {
  const { records } = new CsvParser(dialect).push(text, true);
  const widths = new Map<number, number>();
  let counted = 0;
  // The last record may be cut off by the end of the head.
  for (const record of records.slice(0, Math.min(SAMPLE_RECORDS, Math.max(1, records.length - 1)))) {
    if (record.cells.every((cell) => cell === null || cell.trim() === '')) continue;
    counted++;
    widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of widths) {
    if (width >= 2) best = Math.max(best, (count / counted) ** 2 * (1 + Math.log2(width) / 10));
  }
  return best;
}
