import type { LimitsQuery } from '../../gql/graphql.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount } from '../../ui/format.ts';
import { RATES } from './words.ts';

type Rate = LimitsQuery['limits']['rates'][number];

/** How fast one may go, and what is left of it at this moment. */
export function RateTable({ rates }: { rates: readonly Rate[] }) {
  return (
    <DataTable
      label="How fast you may go"
      rows={rates}
      rowKey={({ kind }) => kind}
      columns={[
        {
          name: 'What',
          cell: ({ kind }) => (
            <>
              <span className="font-medium">{RATES[kind].label}</span>
              <span className="block text-sm text-muted">{RATES[kind].hint}</span>
            </>
          ),
        },
        { name: 'A minute', numeric: true, cell: ({ perMinute }) => formatCount(perMinute) },
        { name: 'At once', numeric: true, cell: ({ burst }) => formatCount(burst) },
        { name: 'Left now', numeric: true, cell: ({ remaining }) => formatCount(remaining) },
      ]}
    />
  );
}
