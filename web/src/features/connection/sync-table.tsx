import { Link } from 'react-router';
import type { SyncFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatDuration, span } from '../../ui/duration.ts';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { SYNC_STATUSES } from '../connect/connection-statuses.ts';

/** Syncs in figures, the newest first; each leads to its run. */
export function SyncTable({ syncs }: { syncs: readonly SyncFieldsFragment[] }) {
  const now = useNow();
  return (
    <DataTable
      label="Syncs"
      rows={syncs}
      rowKey={(sync) => sync.id}
      columns={[
        {
          name: 'Started',
          cell: (sync) => (
            <Link to={`/runs/${sync.id}`} className="whitespace-nowrap link">
              {formatMoment(sync.startedAt)}
            </Link>
          ),
        },
        {
          name: 'Ended as',
          cell: (sync) => (
            <span className="grid justify-items-start gap-1">
              <Badge tone={SYNC_STATUSES[sync.status].tone}>{SYNC_STATUSES[sync.status].word}</Badge>
              {sync.problem ? (
                <span className="max-w-[44ch] text-sm">
                  {sync.problem.message} <span className="text-muted">{sync.problem.todo}</span>
                </span>
              ) : null}
            </span>
          ),
        },
        { name: 'Took', numeric: true, cell: (sync) => formatDuration(span(sync.startedAt, sync.finishedAt, now) ?? 0) },
        { name: 'New or changed', numeric: true, cell: (sync) => formatCount(sync.recordsLanded) },
        { name: 'Unchanged', numeric: true, cell: (sync) => formatCount(sync.recordsUnchanged) },
        { name: 'Gone', numeric: true, cell: (sync) => formatCount(sync.recordsRemoved) },
        { name: 'Set aside', numeric: true, cell: (sync) => formatCount(sync.recordsQuarantined) },
      ]}
    />
  );
}
