import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { LoadingRunsDocument, type LoadingRunsQuery } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useLive } from '../../graph/use-live.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Progress } from '../../ui/progress.tsx';
import { RunFollower } from '../runs/run-follower.tsx';
import { isOpen } from '../runs/run-state.ts';

/** The demo company's sources, each with a run; more of them than this there are not. */
const RUNS = 20;
const MAX_FOLLOWED = 3;

type LoadingRun = LoadingRunsQuery['runs']['nodes'][number];

/** The run that loads each source for the first time, or has; not one that brings a source up to date. */
function firstLoads(runs: readonly LoadingRun[]): LoadingRun[] {
  const bySource = new Map<string, LoadingRun>();
  for (const run of runs) {
    if (run.connection == null) continue;
    const known = bySource.get(run.connection.id);
    if (known === undefined || !isOpen(run.status)) bySource.set(run.connection.id, run);
  }
  return [...bySource.values()];
}

/** How far the demo company is loaded, from its runs; nothing once it is. */
export function DemoProgress() {
  const [result, refresh] = useGraph(LoadingRunsDocument, { first: RUNS });
  const runs = result.state === 'ready' ? firstLoads(result.data.runs.nodes) : [];
  const open = runs.filter((each) => isOpen(each.status));
  const live = useLive();
  usePoll(result.state === 'ready' && ((open.length > 0 && live === 'unavailable') || runs.length === 0), refresh);

  const loading = open.length > 0;
  const wasLoading = useRef(false);
  useEffect(() => {
    if (wasLoading.current && !loading && runs.length > 0)
      notify('success', 'The demo company is ready', 'Ask it anything.', undefined, 'demo-ready');
    wasLoading.current = loading;
  }, [loading, runs.length]);

  if (!loading) return null;
  const progress = runs.reduce((sum, each) => sum + (isOpen(each.status) ? each.progress : 1), 0) / runs.length;
  return (
    <Link
      to="/agents/runs"
      className="flex items-center gap-3 rounded-sm max-sm:order-last max-sm:basis-full sm:max-w-md sm:min-w-56 sm:flex-1"
      data-demo-progress
    >
      {open.slice(0, MAX_FOLLOWED).map((each) => (
        <RunFollower key={each.id} id={each.id} onEnd={refresh} />
      ))}
      <span className="whitespace-nowrap">
        Loading: {runs.length - open.length} of {plural(runs.length, 'source')}
      </span>
      <Progress value={progress} label="Loading the demo company" className="flex-1" />
      <span className="font-medium">{Math.round(progress * 100)}%</span>
    </Link>
  );
}
