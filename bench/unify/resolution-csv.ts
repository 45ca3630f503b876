import { readFileSync } from 'node:fs';

/** A table as it lies in a file: cells trimmed, blanks as empty texts. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a comma-separated file, UTF-8 or else Latin-1, cells in quotes with commas and line breaks in them. */
export function readCsv(path: string): Table {
  const bytes = readFileSync(path);
  const utf8 = bytes.toString('utf8');
  const text = (utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8).replace(/^\ufeff/u, '');
  const [header = [], ...rows] = split(text).filter((row) => row.some((cell) => cell !== ''));
  return { columns: header, rows };
}

function split(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at <= text.length; at += 1) {
    const letter = text[at] ?? '\n';
    if (quoted && at < text.length) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else quoted = false;
    } else if (letter === '"' && cell.trim() === '') [cell, quoted] = ['', true];
    else if (letter === ',' || letter === '\n') {
      row.push(cell.trim());
      cell = '';
      if (letter === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += letter;
  }
  return rows;
}
