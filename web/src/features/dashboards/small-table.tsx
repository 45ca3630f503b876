import type { WidgetAnswerFieldsFragment } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { formatCell } from '../../ui/format.ts';

/** The rows of an answer in a widget's box; they scroll on their own, by keyboard too. */
export function SmallTable({ answer, label }: { answer: WidgetAnswerFieldsFragment; label: string }) {
  const { columns, rows } = answer;
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
          {rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a result's rows have no identity
            <tr key={index} className="border-b border-line last:border-0">
              {columns.map((column, place) => (
                <td
                  key={column.name}
                  className={classes(
                    'py-1.5 pr-4 last:pr-0',
                    column.unit ? 'text-right font-medium whitespace-nowrap' : 'max-w-60 truncate',
                  )}
                >
                  {formatCell(row?.[place], column.unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
