import { download } from './download.ts';
import { plainText } from './plain-text.ts';

/** Starts that spreadsheet programs run as a formula; they get a leading apostrophe so that a cell stays text. */
const FORMULA_START = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** One CSV field after RFC 4180: quoted when it holds a comma, a quote or a line break; null is empty. */
export function csvField(value: unknown): string {
  const plain = plainText(value);
  const text = FORMULA_START.test(plain) && !NUMBER.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV document with CRLF line ends. */
export function toCsv(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [header, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n') + '\r\n';
}

/** Hands the person a CSV file. The byte order mark lets spreadsheet programs read it as UTF-8. */
export function downloadCsv(name: string, header: readonly string[], rows: readonly (readonly unknown[])[]): void {
  download(name, 'csv', new Blob(['\uFEFF', toCsv(header, rows)], { type: 'text/csv;charset=utf-8' }));
}
