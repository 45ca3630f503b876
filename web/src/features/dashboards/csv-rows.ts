import { downloadCsv } from '../../ui/csv.ts';
import type { Content } from './content.ts';

/** Hands the person the rows behind a widget; for a single number, its course where there is one. */
export function downloadRows(title: string, { columns, rows, series, label }: Content): void {
  const single = rows.length <= 1 && series.length > 1;
  if (single)
    downloadCsv(
      title,
      ['Period', label],
      series.map((point) => [point.period, point.value]),
    );
  else
    downloadCsv(
      title,
      columns.map((column) => column.label),
      rows.map((row) => row ?? []),
    );
}
