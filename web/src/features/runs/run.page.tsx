import { SearchX } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Gantt } from './gantt.tsx';
import { kindGroupOf } from './history-list.ts';
import { PendingApproval } from './pending-approval.tsx';
import { RunEventsTab } from './run-events-tab.tsx';
import { RunPanel } from './run-panel.tsx';
import { useRunEvents } from './use-run-events.ts';

const RunGraph = lazy(() => import('./run-graph.tsx'));

const TABS = ['timeline', 'history', 'graph'] as const;

/** /runs/:id: one run live. Its three views share the address: ?tab=history&step=LAND&kind=trouble&progress. */
export default function RunPage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { state, run, problem, events, rate, refresh } = useRunEvents(id);
  const tab = TABS.find((each) => each === search.get('tab')) ?? 'timeline';
  const step = run?.steps.some((each) => each.key === search.get('step')) ? search.get('step') : null;
  const pending = run?.approval?.status === 'PENDING' ? run.approval.id : null;
  const change = (name: string, value: string | null) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );

  return (
    <Page
      title={run?.title ?? 'Run'}
      intro={
        run ? (
          <>
            {run.agent.name} · started {formatMoment(run.startedAt)}
            {run.connection ? (
              <>
                {' · '}
                <Link to={`/connections/${run.connection.id}`} className="link">
                  {run.connection.name}
                </Link>
              </>
            ) : null}
          </>
        ) : null
      }
      actions={<ButtonLink to="/agents/runs">All runs</ButtonLink>}
    >
      {state === 'loading' ? <Loading label="Loading the run" lines={6} /> : null}
      {problem ? <ProblemNote problem={problem} onRetry={refresh} /> : null}
      {state === 'missing' ? (
        <Empty icon={SearchX} title="There is no such run" actions={<ButtonLink to="/agents/runs">All runs</ButtonLink>}>
          The link may be old, or what it was about was removed.
        </Empty>
      ) : null}
      {run ? (
        <Tabs
          label="Views of the run"
          value={tab}
          onChange={(value) => change('tab', value === 'timeline' ? null : value)}
          tabs={[
            {
              value: 'timeline',
              label: 'Timeline',
              panel: (
                <>
                  {pending ? <PendingApproval id={pending} /> : null}
                  <RunPanel run={run} events={events} rate={rate} step={step} />
                  <Gantt run={run} step={step} onStep={(key) => change('step', key)} />
                </>
              ),
            },
            {
              value: 'history',
              label: 'History',
              panel: (
                <RunEventsTab
                  run={run}
                  events={events}
                  filter={{ step, kind: kindGroupOf(search.get('kind')), progress: search.has('progress') }}
                  onChange={change}
                />
              ),
            },
            {
              value: 'graph',
              label: 'Graph',
              panel: (
                <Suspense fallback={<Loading label="Loading the drawing" />}>
                  <RunGraph run={run} step={step} onStep={(key) => change('step', key)} />
                </Suspense>
              ),
            },
          ]}
        />
      ) : null}
    </Page>
  );
}
