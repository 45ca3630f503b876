import type { KeptWidget } from '../snapshots/snapshot-content.ts';
import { operationOf } from '../operation.ts';
import type { Board } from '../refine/board.ts';
import type { DashboardExportFormat } from './export.type.ts';

/** The form of the file: a reader can tell what it has before it. */
const FORMAT = 'autonomos-dashboard';
const FORMAT_VERSION = 1;

type Cell = string | number | boolean | null;

/** A cell of a CSV file (RFC 4180); what a spreadsheet would take for a formula is kept from being one. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /["\n\r,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csvLine = (cells: readonly Cell[]): string => cells.map(csvCell).join(',');

function csvOf({ title, question, answer, declined }: KeptWidget): string[] {
  if (answer === null) return [csvLine([title, question]), csvLine([declined ?? '']), ''];
  const table =
    answer.columns.length > 0
      ? [csvLine(answer.columns.map(({ label }) => label)), ...answer.rows.map(csvLine)]
      : [csvLine([answer.label, answer.value])];
  return [csvLine([title, question]), ...table, ''];
}

/** A dashboard with its numbers (null: without) as the content of a file. */
export function exported(
  board: Board,
  widgets: readonly KeptWidget[] | null,
  format: DashboardExportFormat,
): { content: string; mediaType: string; fileName: string } {
  const name =
    board.title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 80) || 'dashboard';
  if (format === 'CSV')
    return { content: `${(widgets ?? []).flatMap(csvOf).join('\r\n')}\r\n`, mediaType: 'text/csv', fileName: `${name}.csv` };
  const { title, sentence, persona } = board;
  const all = board.widgets.map(({ title: called, kind, question, layout, view = null }, index) => ({
    title: called,
    kind,
    question,
    layout,
    operation:
      view === null
        ? operationOf(question, persona)
        : { query: view.document, variables: JSON.parse(view.variables) as unknown, operationName: view.operationName },
    ...(widgets === null ? {} : { answer: widgets[index]?.answer ?? null, declined: widgets[index]?.declined ?? null }),
  }));
  const file = { format: FORMAT, formatVersion: FORMAT_VERSION, title, sentence, persona, widgets: all };
  return { content: JSON.stringify(file, null, 2), mediaType: 'application/json', fileName: `${name}.json` };
}
