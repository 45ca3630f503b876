import { DataTable } from '../data-table.tsx';
import { formatCell } from '../format.ts';
import type { Twin } from './twin.ts';

/** A table lower than this shows its head and little else. */
const LEAST_PX = 160;

/** The numbers behind a chart, in their units. */
export function TwinTable({ title, twin, height }: { title: string; twin: Twin; height: number | null }) {
  const [first, ...others] = twin.head;
  return (
    <div className={height === null ? 'flex min-h-0 flex-1 flex-col' : undefined} data-chart-table>
      <DataTable
        label={`${title}, as a table`}
        height={height === null ? '100%' : `${Math.max(height, LEAST_PX)}px`}
        rows={twin.rows.map((cells, at) => ({ cells, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { name: first?.name ?? '', cell: ({ cells }) => formatCell(cells[0], null), sort: ({ at }) => at },
          ...others.map(({ name, unit }, index) => ({
            name,
            numeric: twin.rows.every((cells) => typeof cells[index + 1] !== 'string'),
            cell: ({ cells }: { cells: Twin['rows'][number] }) => formatCell(cells[index + 1], unit),
            sort: ({ cells }: { cells: Twin['rows'][number] }) => cells[index + 1],
          })),
        ]}
      />
    </div>
  );
}
