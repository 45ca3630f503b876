import { RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { DiscardJobDocument, FailedJobsDocument, RequeueJobsDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';

const PAGE = 20;

/** Work that failed: why, what to do, and to let it go on or put it away. */
export function FailedJobs() {
  const run = useRun();
  const may = useMay('runs.change');
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(FailedJobsDocument, { first, connectionId: null });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const jobs = known(result)?.failedJobs ?? null;
  const again = jobs?.nodes.filter((job) => job.canRequeue && !job.superseded) ?? [];

  const requeue = async (ids: string[]) => {
    setBusy(true);
    const outcome = await run(RequeueJobsDocument, { ids });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const { runs, refused } = outcome.data.requeueJobs;
    if (runs.length > 0) notify('success', `${plural(runs.length, 'job')} told to go on`);
    setProblem(refused[0] ? problemOfRefusal([refused[0].problem]) : null);
    return refresh();
  };
  const discard = async (id: string) => {
    const outcome = await run(DiscardJobDocument, { id });
    if (!outcome.ok) return setProblem(outcome.problem);
    const { discardJob } = outcome.data;
    setProblem(discardJob.__typename === 'InputRefused' ? problemOfRefusal(discardJob.problems) : null);
    return refresh();
  };
  return (
    <Panel
      title="Failed jobs"
      aside={
        may && again.length > 1 ? (
          <Button busy={busy} onClick={() => void requeue(again.map((job) => job.id))}>
            <RotateCcw aria-hidden size={14} /> Let all {again.length} go on
          </Button>
        ) : null
      }
    >
      <div className="grid gap-4" data-failed-jobs={jobs?.totalCount ?? ''}>
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {problem ? <ProblemNote problem={problem} /> : null}
        {jobs?.nodes.length === 0 ? (
          <p className="text-muted">None. What fails is tried again by itself first; what is left stands here.</p>
        ) : null}
        <ul className="grid gap-3">
          {jobs?.nodes.map((job) => (
            <li key={job.id} className="grid gap-1.5 rounded-md bg-raised p-3" data-job={job.code}>
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <Link to={`/runs/${job.run.id}`} className="font-medium hover:underline">
                  {job.run.title}
                </Link>
                {job.superseded ? <Badge>done since</Badge> : null}
                <span className="ml-auto text-sm text-muted">{formatMoment(job.failedAt)}</span>
              </p>
              <p>
                {job.message} <span className="text-muted">{job.todo}</span>
              </p>
              <p className="text-sm text-muted">
                In step {job.step.toLowerCase()}, begun {plural(job.tries, 'time')} · <span className="font-mono text-xs">{job.code}</span>
              </p>
              {job.checkpoint ? (
                <Disclosure summary="Where it would go on">
                  <CodeBlock code={job.checkpoint} label={`Checkpoint of ${job.run.title}`} />
                </Disclosure>
              ) : null}
              {may ? (
                <div className="mt-1 flex flex-wrap gap-2">
                  {job.canRequeue ? (
                    <Button busy={busy} onClick={() => void requeue([job.id])}>
                      <RotateCcw aria-hidden size={14} /> Go on
                    </Button>
                  ) : null}
                  <Button look="quiet" onClick={() => void discard(job.id)}>
                    <X aria-hidden size={14} /> Put away
                  </Button>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
        {jobs ? (
          <LoadMore
            shown={jobs.nodes.length}
            total={jobs.totalCount}
            busy={result.state === 'loading'}
            onMore={() => setFirst((count) => count + PAGE)}
          />
        ) : null}
      </div>
    </Panel>
  );
}
