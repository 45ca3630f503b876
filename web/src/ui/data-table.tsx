import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface Column<Row> {
  name: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  className?: string;
}

/** A plain table in a card; the first column names the row. It scrolls sideways on its own, by keyboard too. */
export function DataTable<Row>({ label, columns, rows, rowKey, className }: DataTableProps<Row>) {
  return (
    <div className={classes('panel scroll-thin overflow-x-auto', className)} tabIndex={0} role="region" aria-label={label}>
      <table className="w-full border-collapse text-base">
        <thead className="border-b border-line">
          <tr>
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={classes(
                  'px-4 py-2.5 text-sm font-medium whitespace-nowrap text-muted',
                  column.numeric ? 'text-right' : 'text-left',
                )}
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row={rowKey(row)} className="border-b border-line last:border-0">
              {columns.map((column, index) => {
                const look = classes('px-4 py-2.5 align-top', column.numeric && 'text-right font-medium whitespace-nowrap');
                return index === 0 ? (
                  <th key={column.name} scope="row" className={classes(look, 'text-left font-normal')}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.name} className={look}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
