import { useState } from 'react';
import { Link } from 'react-router';
import { SourceObjectSampleDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCell } from '../../ui/format.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';

const MOST_COLUMNS = 40;
const FEW = 10;

function Rows({ objectId, keyColumn }: { objectId: string; keyColumn: string | null }) {
  const [result, refresh] = useGraph(SourceObjectSampleDocument, { id: objectId, first: FEW });
  if (result.state === 'loading') return <Loading label="Loading the first records" lines={3} />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  const rows = (result.data.sourceObject?.sample ?? []).map((record, index) => ({ key: String(index), record }));
  const names = Object.keys(rows[0]?.record ?? {}).slice(0, MOST_COLUMNS);
  if (names.length === 0) return <p className="text-muted">No records, or none that rules about data let you see.</p>;
  return (
    <DataTable
      label="First records"
      rows={rows}
      rowKey={(row) => row.key}
      columns={names.map((name) => ({
        name,
        cell: ({ record }: (typeof rows)[number]) => {
          const shown = <span className="block max-w-[32ch] truncate">{formatCell(record[name], null)}</span>;
          return name === keyColumn ? (
            <Link
              to={`/connections/flow/trace?${new URLSearchParams({ object: objectId, key: formatCell(record[name], null) }).toString()}`}
              className="link"
              title="Trace this record"
            >
              {shown}
            </Link>
          ) : (
            shown
          );
        },
      }))}
    />
  );
}

/** The first records of a table; they are fetched when somebody asks for them. */
export function SampleRows({ objectId, keyColumn }: { objectId: string; keyColumn: string | null }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-8 items-center rounded-sm text-base link">Look at the first records</summary>
      <div className="pt-3">{open ? <Rows objectId={objectId} keyColumn={keyColumn} /> : null}</div>
    </details>
  );
}
