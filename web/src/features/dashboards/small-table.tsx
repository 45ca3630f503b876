import { useState } from 'react';
import { classes } from '../../ui/classes.ts';
import { formatCell } from '../../ui/format.ts';
import { useBoard } from './board-context.ts';
import type { Content } from './content.ts';

/** Rows drawn at first, and with each press of the button: a long table must not hold the board up. */
const ROWS_AT_ONCE = 100;

/** The rows of an answer in a widget's box; they scroll on their own, by keyboard too. A name in the first column filters the board. */
export function SmallTable({ content: { columns, rows }, id, label }: { content: Content; id: string; label: string }) {
  const { pick, pickedIn } = useBoard();
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const picked = pickedIn(id);
  const cellOf = (text: string, first: boolean) =>
    first && pick && text !== '' ? (
      <button
        type="button"
        className="max-w-full truncate text-left hover:text-accent hover:underline"
        aria-pressed={picked === text}
        title={`Show the others for ${text}`}
        onClick={() => pick(id, text)}
      >
        {text}
      </button>
    ) : (
      text
    );
  return (
    <div className="scroll-thin -mx-1 h-full min-h-0 overflow-auto px-1" tabIndex={0} role="region" aria-label={label}>
      <table className="w-full border-collapse text-sm" data-widget-table>
        <thead className="sticky top-0 z-1 bg-surface">
          <tr>
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={classes(
                  'border-b border-line py-1.5 pr-4 font-medium whitespace-nowrap text-muted last:pr-0',
                  column.unit ? 'text-right' : 'text-left',
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, index) => (
            <tr
              // oxlint-disable-next-line react/no-array-index-key -- a result's rows have no identity
              key={index}
              className={classes(
                'border-b border-line last:border-0',
                picked !== null && (formatCell(row?.[0], null) === picked ? 'bg-accent-soft' : 'text-muted'),
              )}
            >
              {columns.map((column, place) => (
                <td
                  key={column.name}
                  dir="auto"
                  className={classes(
                    'py-1.5 pr-4 last:pr-0',
                    column.unit ? 'text-right font-medium whitespace-nowrap' : 'max-w-60 truncate',
                  )}
                >
                  {cellOf(formatCell(row?.[place], column.unit), place === 0 && column.unit === null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown < rows.length ? (
        <button
          type="button"
          className="mt-2 min-h-8 text-sm text-accent underline underline-offset-3"
          onClick={() => setShown((count) => count + ROWS_AT_ONCE)}
        >
          Show more of {rows.length} rows
        </button>
      ) : null}
    </div>
  );
}
