import { RefreshCw } from 'lucide-react';
import { PlaneJobsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatDuration, span } from '../../ui/duration.ts';
import { formatBytes, formatCount, formatMoment } from '../../ui/format.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { JOB_STATUSES } from './looks.ts';

/** The jobs of an integration platform or of Airbyte, as it tells of them when it is asked. */
export function PlaneJobs({ id }: { id: string }) {
  const now = useNow();
  const [result, refresh] = useGraph(PlaneJobsDocument, { id }, { policy: 'network-only' });
  const jobs = result.state === 'ready' ? (result.data.fabricPlane?.jobs ?? null) : null;
  return (
    <section className="grid gap-3" aria-labelledby="plane-jobs">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="plane-jobs" className="text-md font-semibold">
          Jobs there
        </h2>
        <Button onClick={refresh}>
          <RefreshCw aria-hidden size={15} /> Ask again
        </Button>
      </div>
      {result.state === 'loading' ? <Loading label="Asking the plane for its jobs" lines={3} /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && result.problem ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {jobs?.length === 0 ? <p className="text-muted">It tells of no jobs.</p> : null}
      {jobs && jobs.length > 0 ? (
        <DataTable
          label="Jobs"
          rows={jobs}
          rowKey={(job) => job.id}
          columns={[
            { name: 'Job', cell: (job) => <span className="font-medium">{job.name}</span> },
            {
              name: 'State',
              cell: (job) => (
                <span className="grid justify-items-start gap-1">
                  <Badge tone={JOB_STATUSES[job.status].tone}>{JOB_STATUSES[job.status].word}</Badge>
                  {job.problem ? <span className="max-w-[48ch] text-sm">{job.problem}</span> : null}
                </span>
              ),
            },
            {
              name: 'Began',
              cell: (job) => <span className="whitespace-nowrap">{job.startedAt ? formatMoment(job.startedAt) : '–'}</span>,
            },
            {
              name: 'Took',
              numeric: true,
              cell: (job) => {
                const took = span(job.startedAt ?? null, job.finishedAt ?? null, now);
                return took === null ? '–' : formatDuration(took);
              },
            },
            {
              name: 'Records',
              numeric: true,
              cell: (job) => (job.records === null || job.records === undefined ? '–' : formatCount(job.records)),
            },
            { name: 'Size', numeric: true, cell: (job) => (job.bytes === null || job.bytes === undefined ? '–' : formatBytes(job.bytes)) },
          ]}
        />
      ) : null}
    </section>
  );
}
