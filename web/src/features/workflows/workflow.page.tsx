import { CalendarClock, FlaskConical, Play, SearchX } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useLeaveGuard } from '../../app/leave-guard.ts';
import { useMay } from '../../app/use-may.ts';
import { SaveWorkflowDocument, WorkflowDetailDocument, WorkflowVersionTextDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { versionLook } from './version-look.ts';

const WorkflowEditor = lazy(async () => ({ default: (await import('./workflow-editor.tsx')).WorkflowEditor }));
const WorkflowVersions = lazy(async () => ({ default: (await import('./workflow-versions.tsx')).WorkflowVersions }));
const WorkflowRuns = lazy(async () => ({ default: (await import('./workflow-runs.tsx')).WorkflowRuns }));
const StartSheet = lazy(async () => ({ default: (await import('./start-sheet.tsx')).StartSheet }));

const LeaveDialog = lazy(() => import('../../app/leave-dialog.tsx'));

const MOST_VERSIONS = 100;
const TABS = ['definition', 'versions', 'runs'] as const;
/** What the address says of how the same workflow is looked at. */
const LOOKS = ['tab', 'version', 'step', 'from', 'to', 'start'];

/** /agents/workflows/:name: a workflow to read, to change, to compare and to publish. Version, tab, step and comparison are in the address. */
export default function WorkflowPage() {
  const { name = '' } = useParams();
  const run = useRun();
  const may = useMay('workflows.change');
  const [state, set] = useSearchState(['tab', 'version', 'step', 'from', 'to', 'start']);
  const [result, refresh] = useGraph(WorkflowDetailDocument, { name, first: MOST_VERSIONS });
  const data = known(result);
  const workflow = data?.workflow ?? null;
  const versions = workflow?.versions.nodes ?? [];
  const version = versions.find((each) => String(each.version) === state.version) ?? workflow?.latest ?? null;
  const [textResult, again] = useGraph(
    WorkflowVersionTextDocument,
    { workflow: name, version: version?.version ?? 0 },
    { pause: version === null, policy: 'cache-first' },
  );
  const mayRun = useMay('runs.change');
  const shown = known(textResult)?.workflowVersion ?? null;
  const kept = shown?.text ?? null;
  const [draft, setDraft] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const text = draft ?? kept;
  const changed = draft !== null && draft !== kept;
  const guard = useLeaveGuard(changed, LOOKS);
  const tab = TABS.find((each) => each === state.tab) ?? 'definition';
  const [from, to] = [Number(state.from), Number(state.to)];

  const save = async (then?: () => void) => {
    setBusy(true);
    const outcome = await run(SaveWorkflowDocument, { text: text ?? '', note: null });
    setBusy(false);
    if (!outcome.ok) return refused(outcome.problem);
    const { saveWorkflow } = outcome.data;
    if (saveWorkflow.__typename === 'InputRefused') return refused(problemOfRefusal(saveWorkflow.problems));
    setProblem(null);
    setDraft(null);
    refresh();
    if (then === undefined) set({ version: '' });
    else then();
    return notify('success', `Saved as version ${saveWorkflow.version.version}`, 'It is a draft until it is published.');
  };

  // Whoever was about to leave is shown why it could not be saved.
  const refused = (why: Problem) => {
    guard.stay();
    setProblem(why);
  };

  return (
    <>
      <BackLink to="/agents/workflows">Workflows</BackLink>
      <Page
        title={workflow?.title ?? 'Workflow'}
        intro={
          workflow && version ? (
            <>
              {workflow.description} <span className="font-mono text-sm">{workflow.name}</span>, version {version.version}{' '}
              <Badge tone={versionLook(version.status).tone}>{versionLook(version.status).word}</Badge>
            </>
          ) : null
        }
        actions={
          workflow && may && changed ? (
            <>
              <Button onClick={() => setDraft(null)}>Undo my changes</Button>
              <Button look="primary" busy={busy} onClick={() => void save()} data-save-workflow>
                Save as a new version
              </Button>
            </>
          ) : workflow && version && mayRun ? (
            <>
              <ButtonLink to={`/agents/schedules?edit=new&workflow=${workflow.name}`}>
                <CalendarClock aria-hidden size={15} /> Schedule
              </ButtonLink>
              <Button onClick={() => set({ start: 'dry' })} data-dry-run>
                <FlaskConical aria-hidden size={15} /> Dry run
              </Button>
              <Button look="primary" onClick={() => set({ start: 'live' })} data-start-run>
                <Play aria-hidden size={15} /> Run
              </Button>
            </>
          ) : null
        }
      >
        {data === null && result.state === 'loading' ? <Loading label="Loading the workflow" lines={8} /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {data && workflow === null ? (
          <Empty icon={SearchX} title="There is no such workflow" actions={<ButtonLink to="/agents/workflows">All workflows</ButtonLink>}>
            The link may be old, or it is called otherwise now.
          </Empty>
        ) : null}
        {problem ? <ProblemNote problem={problem} /> : null}
        {workflow ? (
          <Suspense fallback={<Loading label="Loading the workflow" lines={8} />}>
            <Tabs
              label="About the workflow"
              value={tab}
              onChange={(value) => set({ tab: value === 'definition' ? '' : value })}
              tabs={[
                {
                  value: 'definition',
                  label: 'Definition',
                  panel: (
                    <>
                      {textResult.state === 'failed' ? <ProblemNote problem={textResult.problem} onRetry={again} /> : null}
                      {text === null && textResult.state === 'loading' ? <Loading label="Loading the definition" lines={8} /> : null}
                      {text === null ? null : (
                        <WorkflowEditor
                          text={text}
                          readOnly={!may}
                          step={state.step || null}
                          onStep={(path) => set({ step: path ?? '' })}
                          onChange={setDraft}
                        />
                      )}
                    </>
                  ),
                },
                {
                  value: 'versions',
                  label: 'Versions',
                  panel: (
                    <WorkflowVersions
                      workflow={workflow.name}
                      versions={versions}
                      compared={from > 0 && to > 0 ? { from, to } : null}
                      may={may}
                      onCompare={(one, other) => set({ from: one?.toString() ?? '', to: other?.toString() ?? '' })}
                      onChanged={refresh}
                    />
                  ),
                },
                { value: 'runs', label: 'Runs', panel: <WorkflowRuns name={workflow.name} /> },
              ]}
            />
          </Suspense>
        ) : null}
        {guard.asking ? (
          <Suspense fallback={null}>
            <LeaveDialog onStay={guard.stay} onLeave={guard.leave} onSave={() => void save(guard.leave)}>
              What you wrote is not saved yet, and is lost when you leave.
            </LeaveDialog>
          </Suspense>
        ) : null}
        {workflow && shown && mayRun && state.start !== '' ? (
          <Suspense fallback={null}>
            <StartSheet
              workflow={workflow.name}
              title={workflow.title}
              version={shown.version}
              definition={shown.definition}
              mode={state.start === 'live' ? 'LIVE' : 'DRY'}
              onClose={() => set({ start: '' })}
            />
          </Suspense>
        ) : null}
      </Page>
    </>
  );
}
