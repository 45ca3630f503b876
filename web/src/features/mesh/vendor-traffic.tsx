import type { MeshOverviewQuery } from '../../gql/graphql.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { formatCount, formatPercent } from '../../ui/format.ts';
import { kindLook } from '../connect/connection-kinds.ts';

/** What the sources were asked in a day, and how they took it. */
export function VendorTraffic({ vendors }: { vendors: MeshOverviewQuery['mesh']['vendors'] }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-md font-semibold">What the sources were asked</h2>
      <DataTable
        label="What the sources were asked"
        rows={vendors}
        rowKey={(row) => row.kind}
        columns={[
          { name: 'Source', cell: (row) => <span className="font-medium">{kindLook(row.kind).name}</span> },
          { name: 'Requests', numeric: true, cell: (row) => formatCount(row.requests) },
          {
            name: 'Failed',
            numeric: true,
            cell: (row) =>
              `${formatCount(row.failures)}${row.requests > 0 && row.failures > 0 ? ` (${formatPercent(row.failures / row.requests, 1)})` : ''}`,
          },
          { name: 'Sent again', numeric: true, cell: (row) => formatCount(row.retries) },
          { name: 'Told to wait', numeric: true, cell: (row) => formatCount(row.limited) },
          { name: 'Waited', numeric: true, cell: (row) => (row.waitedSeconds > 0 ? formatDuration(row.waitedSeconds * 1_000) : '–') },
        ]}
      />
    </section>
  );
}
