import { useState } from 'react';
import { QuarantinedRecordsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { formatCount, plural } from '../../ui/format.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';

const ROWS = 50;

function Rows({ objectId }: { objectId: string }) {
  const [result, refresh] = useGraph(QuarantinedRecordsDocument, { objectId, first: ROWS });
  if (result.state === 'loading') return <Loading label="Loading the rows set aside" lines={2} />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  const rows = result.data.sourceObject?.quarantined;
  if (!rows) return <p className="text-muted">The table is gone.</p>;
  return (
    <>
      <ol className="grid gap-2 text-sm" aria-label="Rows set aside">
        {rows.nodes.map((row) => (
          <li key={row.id} className="grid gap-0.5 rounded-md bg-raised px-3 py-2" data-quarantined={row.line}>
            <span>
              <span className="font-medium">Line {formatCount(row.line)}</span>: {row.reason}{' '}
              <span className="font-mono text-xs text-muted">{row.code}</span>
            </span>
            <code className="block truncate font-mono text-xs text-muted" title={row.raw}>
              {row.raw}
            </code>
          </li>
        ))}
      </ol>
      {rows.totalCount > rows.nodes.length ? (
        <p className="mt-2 text-sm text-muted">
          The first {rows.nodes.length} of {formatCount(rows.totalCount)}.
        </p>
      ) : null}
    </>
  );
}

/** Rows of a table that were not understood, with line and reason; they are loaded when somebody looks. */
export function Quarantine({ objectId, count }: { objectId: string; count: number }) {
  const [open, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} className="group/quarantine">
      <summary className="inline-flex min-h-8 items-center rounded-sm text-sm font-medium text-medium underline underline-offset-3">
        {plural(count, 'row')} set aside
      </summary>
      <div className="pt-2">{open ? <Rows objectId={objectId} /> : null}</div>
    </details>
  );
}
