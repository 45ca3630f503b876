import { ArrowDown, ArrowUp, ArrowUpDown, Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AnswerFieldsFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { downloadCsv } from '../../ui/csv.ts';
import { formatCell, plural } from '../../ui/format.ts';
import { sortRows } from './sort-rows.ts';
import type { Sorting } from './sort-rows.ts';

type ResultTableProps = Pick<AnswerFieldsFragment, 'columns' | 'rows' | 'truncated' | 'question'>;

/** The rows behind the answer: sortable, and to download. */
export function ResultTable({ columns, rows, truncated, question }: ResultTableProps) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const sorted = useMemo(
    () =>
      sortRows(
        rows.map((row) => row ?? []),
        sorting,
      ),
    [rows, sorting],
  );
  const turn = (column: number) =>
    setSorting((now) => (now?.column !== column ? { column, descending: false } : now.descending ? null : { column, descending: true }));
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-muted">
          {plural(rows.length, 'row')}
          {truncated ? ', the first of more: ask more narrowly to see the rest' : ''}
        </p>
        <Button
          onClick={() =>
            downloadCsv(
              question,
              columns.map((column) => column.label),
              sorted,
            )
          }
        >
          <Download aria-hidden size={15} /> CSV
        </Button>
      </div>
      <div className="scroll-thin max-h-[60dvh] overflow-auto rounded-md border border-line" tabIndex={0} role="region" aria-label="Result">
        <table className="w-full border-collapse text-base" data-result-table>
          <thead className="sticky top-0 bg-raised">
            <tr>
              {columns.map((column, index) => {
                const on = sorting?.column === index ? sorting : null;
                const Icon = on ? (on.descending ? ArrowDown : ArrowUp) : ArrowUpDown;
                return (
                  <th
                    key={column.name}
                    scope="col"
                    aria-sort={on ? (on.descending ? 'descending' : 'ascending') : 'none'}
                    className={classes('p-0', column.unit ? 'text-right' : 'text-left')}
                  >
                    <button
                      type="button"
                      onClick={() => turn(index)}
                      className={classes(
                        'inline-flex min-h-9 w-full items-center gap-1.5 px-3 text-sm font-medium whitespace-nowrap',
                        column.unit && 'justify-end',
                      )}
                    >
                      {column.label}
                      <Icon aria-hidden size={13} className={on ? 'text-accent' : 'text-muted'} />
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a result's rows have no identity; sorting replaces them all
              <tr key={index} className="border-t border-line">
                {columns.map((column, place) => (
                  <td key={column.name} className={classes('px-3 py-2 whitespace-nowrap', column.unit && 'text-right font-medium')}>
                    {formatCell(row[place], column.unit)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
