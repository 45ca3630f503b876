import { Workflow } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { RunsDocument } from '../../gql/graphql.ts';
import type { RunStatus } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useLive } from '../../graph/use-live.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { useTick } from '../../ui/use-tick.ts';
import { LiveMark } from './live-mark.tsx';
import { RunFollower } from './run-follower.tsx';
import { RunRow } from './run-row.tsx';
import { isOpen } from './run-state.ts';

const PAGE = 30;
/** Runs of a list that are followed live; more than this at once is rare, and each is a subscription. */
const MAX_FOLLOWED = 5;

type Filter = 'ALL' | Extract<RunStatus, 'RUNNING' | 'WAITING' | 'FAILED' | 'SUCCEEDED' | 'CANCELLED'>;
const FILTERS: readonly { value: Filter; label: string }[] = [
  { value: 'ALL', label: 'All' },
  { value: 'RUNNING', label: 'Running' },
  { value: 'WAITING', label: 'Waiting' },
  { value: 'FAILED', label: 'Failed' },
  { value: 'CANCELLED', label: 'Stopped' },
  { value: 'SUCCEEDED', label: 'Done' },
];

/** Every run, newest first, by state; those under way move by themselves. The filter is in the address. */
export function RunList() {
  const [search, setSearch] = useSearchParams();
  const filter = FILTERS.find((each) => each.value === search.get('status')?.toUpperCase())?.value ?? 'ALL';
  const [first, setFirst] = useState(PAGE);
  const [runs, refresh] = useGraph(RunsDocument, { first, status: filter === 'ALL' ? null : filter });
  const data = known(runs);
  const nodes = data?.runs.nodes ?? [];
  const open = nodes.filter((each) => isOpen(each.status));
  const now = useTick(open.length > 0);
  const live = useLive();
  usePoll(open.length > 0 && live === 'unavailable', refresh);
  const choose = (value: Filter) => setSearch(value === 'ALL' ? {} : { status: value.toLowerCase() }, { replace: true });

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="scroll-thin max-w-full overflow-x-auto">
          <Segments label="State of the runs" value={filter} options={FILTERS} onChange={choose} />
        </div>
        {open.length > 0 ? <LiveMark /> : null}
      </div>
      {open.slice(0, MAX_FOLLOWED).map((each) => (
        <RunFollower key={each.id} id={each.id} onEnd={refresh} />
      ))}
      {data === null && runs.state === 'loading' ? <Loading label="Loading the runs" /> : null}
      {runs.state === 'failed' ? <ProblemNote problem={runs.problem} onRetry={refresh} /> : null}
      {nodes.length > 0 ? (
        <ul className="panel divide-y divide-line overflow-hidden" aria-label="Runs">
          {nodes.map((run) => (
            <RunRow key={run.id} run={run} now={now} />
          ))}
        </ul>
      ) : null}
      {runs.state === 'ready' && nodes.length === 0 ? (
        <Empty
          icon={Workflow}
          title={filter === 'ALL' ? 'Nothing has run yet' : 'No run stands like this'}
          actions={filter === 'ALL' ? <ButtonLink to="/connections/new">Connect data</ButtonLink> : null}
        >
          {filter === 'ALL'
            ? 'Runs start by themselves, for example when data is connected. Each is listed here with its steps, live.'
            : 'Choose another state to see the others.'}
        </Empty>
      ) : null}
      {data ? (
        <LoadMore
          shown={nodes.length}
          total={data.runs.totalCount}
          busy={runs.state === 'loading'}
          onMore={() => setFirst((count) => count + PAGE)}
        />
      ) : null}
    </div>
  );
}
