import { SearchX } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { WorkflowRunDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useOnChange } from '../../graph/use-on-change.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Gantt } from './gantt.tsx';
import { kindGroupOf } from './history-list.ts';
import { RunEventsTab } from './run-events-tab.tsx';
import { RunPanel } from './run-panel.tsx';
import { StepData } from './step-data.tsx';
import { useRunEvents } from './use-run-events.ts';
import { WorkflowFacts, WorkflowFigures } from './workflow-facts.tsx';
import { WorkflowResult } from './workflow-result.tsx';

// What few runs wait for comes when one does: the page is within its budget without.
const PendingApproval = lazy(async () => ({ default: (await import('./pending-approval.tsx')).PendingApproval }));
const RunGraph = lazy(() => import('./run-graph.tsx'));
const WorkflowRunGraph = lazy(() => import('./workflow-run-graph.tsx'));
const Decisions = lazy(async () => ({ default: (await import('../governance/decisions.tsx')).Decisions }));
const EffectList = lazy(async () => ({ default: (await import('../effects/effect-list.tsx')).EffectList }));

const RunComparison = lazy(async () => ({ default: (await import('../run-comparison/run-comparison.tsx')).RunComparison }));

const TABS = ['timeline', 'history', 'graph', 'decisions', 'effects', 'result', 'compare'] as const;
/** Views that only runs of workflows have. */
const OF_WORKFLOWS: readonly string[] = ['decisions', 'effects', 'result', 'compare'];
/** Decisions that a run waits for and that are shown with it; more are in the inbox. */
const MOST_ASKED = 3;

/** /runs/:id: one run live. Its three views share the address: ?tab=history&step=LAND&kind=trouble&progress. */
export default function RunPage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { state, run, problem, events, rate, refresh } = useRunEvents(id);
  const step = run?.steps.some((each) => each.key === search.get('step')) ? search.get('step') : null;
  const ofWorkflow = run !== null && run.mode !== null;
  const [workflow, again] = useGraph(WorkflowRunDocument, { id }, { pause: !ofWorkflow });
  useOnChange(ofWorkflow ? run.status : '', again);
  const details = known(workflow)?.run ?? null;
  const tab = TABS.find((each) => each === search.get('tab') && (ofWorkflow || !OF_WORKFLOWS.includes(each))) ?? 'timeline';
  const chosen = run?.steps.find((each) => each.key === step) ?? null;
  const asked = [run?.approval, ...(run?.steps ?? []).map(({ approval }) => approval)].filter((each) => each?.status === 'PENDING');
  const pending = [...new Set(asked.flatMap((each) => each?.id ?? []))].slice(0, MOST_ASKED);
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
                  {details ? <WorkflowFacts run={run} details={details} /> : null}
                  <Suspense fallback={<Loading label="Loading what it waits for" lines={2} />}>
                    {pending.map((each) => (
                      <PendingApproval key={each} id={each} />
                    ))}
                  </Suspense>
                  <RunPanel run={run} events={events} rate={rate} step={step}>
                    <WorkflowFigures run={run} />
                  </RunPanel>
                  {ofWorkflow && chosen ? <StepData key={chosen.key} run={run} step={chosen} /> : null}
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
                  {ofWorkflow ? (
                    details?.workflowVersion ? (
                      <WorkflowRunGraph
                        run={run}
                        definition={details.workflowVersion.definition}
                        step={step}
                        onStep={(key) => change('step', key)}
                      />
                    ) : (
                      <Loading label="Loading the drawing" />
                    )
                  ) : (
                    <RunGraph run={run} step={step} onStep={(key) => change('step', key)} />
                  )}
                  {ofWorkflow && chosen ? <StepData key={chosen.key} run={run} step={chosen} /> : null}
                </Suspense>
              ),
            },
            ...(ofWorkflow
              ? [
                  {
                    value: 'decisions' as const,
                    label: 'Judged',
                    panel: (
                      <Suspense fallback={<Loading label="Loading the decisions" />}>
                        <Decisions runId={run.id} />
                      </Suspense>
                    ),
                  },
                  {
                    value: 'effects' as const,
                    label: 'Effects',
                    panel: (
                      <Suspense fallback={<Loading label="Loading the effects" />}>
                        <EffectList runId={run.id} status={null} />
                      </Suspense>
                    ),
                  },
                  {
                    value: 'result' as const,
                    label: 'Result',
                    panel: <WorkflowResult input={details?.input} output={details?.output} />,
                  },
                  {
                    value: 'compare' as const,
                    label: 'Compare',
                    panel: (
                      <Suspense fallback={<Loading label="Loading the comparison" />}>
                        <RunComparison
                          run={run}
                          workflow={details?.workflowVersion?.workflow?.name ?? ''}
                          beside={search.get('with')}
                          onBeside={(other) => change('with', other)}
                        />
                      </Suspense>
                    ),
                  },
                ]
              : []),
          ]}
        />
      ) : null}
    </Page>
  );
}
