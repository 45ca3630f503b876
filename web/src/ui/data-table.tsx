import { useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { classes } from './classes.ts';
import { ColumnHead, SelectAll } from './data-table-head.tsx';
import { formatCount } from './format.ts';
import { sorted, turned } from './sorting.ts';
import type { Sorting } from './sorting.ts';
import { LONG_ROW_PX, useRowsInSight } from './use-rows-in-sight.ts';

export interface Column<Row> {
  name: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** The value to sort by; a column without one is not sorted. */
  sort?: (row: Row) => string | number | boolean | null | undefined;
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  className?: string;
  /** As high as this at most (a CSS length); longer tables scroll under their head. */
  height?: string;
  /** Rows can be chosen; the keys of those that are. */
  chosen?: ReadonlySet<string>;
  onChoose?: (chosen: ReadonlySet<string>) => void;
  /** Enter, or a click on a row. */
  onOpen?: (row: Row) => void;
  /** Said in place of rows when there is none. */
  empty?: ReactNode;
}

/** On a phone a cell is as wide as what it says, up to a limit: the table scrolls sideways instead of breaking each word. */
const NARROW = 'max-sm:w-max sm:contents';

/** Rows that come and go while it scrolls would stop the browser's own way to the ends. */
function toEnds(event: KeyboardEvent<HTMLDivElement>) {
  if (event.target !== event.currentTarget || (event.key !== 'End' && event.key !== 'Home')) return;
  event.preventDefault();
  event.currentTarget.scrollTop = event.key === 'End' ? event.currentTarget.scrollHeight : 0;
}

/**
 * A table in a card; the first column names the row. It scrolls sideways on its own, by keyboard too. Columns with a `sort` are sorted by
 * their head. Rows that can be opened or chosen are walked with the arrow keys. Of a long table only the rows in sight are drawn.
 */
export function DataTable<Row>({ label, columns, rows, rowKey, className, height, chosen, onChoose, onOpen, empty }: DataTableProps<Row>) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const sort = sorting ? columns[sorting.column]?.sort : undefined;
  const ordered = useMemo(() => (sorting && sort ? sorted(rows, sort, sorting.descending) : rows), [rows, sorting, sort]);
  const { from, to, onScroll } = useRowsInSight(rows.length);
  const long = to - from < rows.length;
  const held = (cell: ReactNode, width: string): ReactNode => (long ? cell : <div className={classes(NARROW, width)}>{cell}</div>);
  const walked = onOpen !== undefined || onChoose !== undefined;
  const choose = (key: string) => {
    if (!onChoose) return;
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  };
  const press = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget) return;
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key] as
      | 'nextElementSibling'
      | 'previousElementSibling'
      | undefined;
    const neighbour = step ? event.currentTarget[step] : null;
    if (neighbour instanceof HTMLElement && neighbour.dataset['row'] !== undefined) neighbour.focus();
    else if (event.key === ' ' && onChoose) choose(rowKey(row));
    else if (event.key === 'Enter' && onOpen) onOpen(row);
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it scrolls, and so takes the keys of scrolling
    <div
      className={classes('panel scroll-thin overflow-auto', long && '[overflow-anchor:none]', className)}
      style={height || long ? { maxHeight: height ?? '60dvh' } : undefined}
      tabIndex={0}
      role="region"
      aria-label={label}
      onScroll={onScroll}
      onKeyDown={long ? toEnds : undefined}
    >
      <table className="w-full border-collapse text-base" aria-rowcount={long ? rows.length + 1 : undefined}>
        <thead className={classes('border-b border-line', (height || long) && 'sticky top-0 z-10 bg-surface shadow-[0_1px_0_var(--line)]')}>
          <tr>
            {onChoose ? <SelectAll label={label} keys={rows.map(rowKey)} chosen={chosen ?? new Set()} onChoose={onChoose} /> : null}
            {columns.map((column, index) => (
              <ColumnHead
                key={column.name}
                name={column.name}
                numeric={column.numeric === true}
                sorting={column.sort ? (sorting?.column === index ? sorting : 'none') : null}
                onTurn={() => setSorting((now) => turned(now, index))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && empty ? (
            <tr>
              <td colSpan={columns.length + (onChoose ? 1 : 0)} className="px-4 py-8 text-center text-muted">
                {empty}
              </td>
            </tr>
          ) : null}
          {from > 0 ? <tr aria-hidden style={{ height: from * LONG_ROW_PX }} /> : null}
          {ordered.slice(from, to).map((row, place) => {
            const key = rowKey(row);
            const on = chosen?.has(key) === true;
            return (
              <tr
                key={key}
                data-row={key}
                aria-rowindex={long ? from + place + 2 : undefined}
                aria-selected={onChoose ? on : undefined}
                tabIndex={walked ? 0 : undefined}
                onKeyDown={walked ? (event) => press(event, row) : undefined}
                onClick={onOpen ? () => onOpen(row) : undefined}
                className={classes(
                  'border-b border-line last:border-0',
                  walked && 'transition-colors hover:bg-raised focus-visible:-outline-offset-2',
                  onOpen && 'cursor-pointer',
                  on && 'bg-accent-soft',
                  long && 'whitespace-nowrap',
                )}
                style={long ? { height: LONG_ROW_PX } : undefined}
              >
                {onChoose ? (
                  <td className="py-2.5 pr-3 pl-4">
                    <input
                      type="checkbox"
                      className="align-middle"
                      aria-label={`Choose row ${formatCount(from + place + 1)}`}
                      checked={on}
                      onClick={(event) => event.stopPropagation()}
                      onChange={() => choose(key)}
                    />
                  </td>
                ) : null}
                {columns.map((column, index) => {
                  const look = classes(
                    'px-4 py-2.5',
                    long ? 'align-middle' : 'align-top',
                    column.numeric && 'text-right font-medium whitespace-nowrap',
                  );
                  return index === 0 ? (
                    <th key={column.name} scope="row" className={classes(look, 'text-left font-normal')}>
                      {held(column.cell(row), 'max-sm:max-w-52')}
                    </th>
                  ) : (
                    <td key={column.name} className={look}>
                      {held(column.cell(row), classes('max-sm:max-w-96', column.numeric && 'max-sm:ml-auto'))}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {to < rows.length ? <tr aria-hidden style={{ height: (rows.length - to) * LONG_ROW_PX }} /> : null}
        </tbody>
      </table>
    </div>
  );
}
