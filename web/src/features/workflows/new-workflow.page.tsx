import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { useLeaveGuard } from '../../app/leave-guard.ts';
import { SaveWorkflowDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { STARTERS } from './starters.ts';

const WorkflowEditor = lazy(async () => ({ default: (await import('./workflow-editor.tsx')).WorkflowEditor }));

const LeaveDialog = lazy(() => import('../../app/leave-dialog.tsx'));
/** What the address says of how the same text is looked at. */
const LOOKS = ['start', 'step'];

/** A workflow to write, beginning with a sample (?start=). */
export default function NewWorkflowPage() {
  const run = useRun();
  const navigate = useNavigate();
  const [{ start, step }, set] = useSearchState(['start', 'step']);
  const starter = STARTERS.find(({ key }) => key === start) ?? STARTERS[0];
  const [text, setText] = useState<string>(starter.text);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const guard = useLeaveGuard(
    STARTERS.every((each) => each.text !== text),
    LOOKS,
  );
  // Whoever was about to leave is shown why it could not be saved.
  const refused = (why: Problem) => {
    guard.stay();
    setProblem(why);
  };
  const save = async (then?: () => void) => {
    setBusy(true);
    const outcome = await run(SaveWorkflowDocument, { text, note: null });
    setBusy(false);
    if (!outcome.ok) return refused(outcome.problem);
    const { saveWorkflow } = outcome.data;
    if (saveWorkflow.__typename === 'InputRefused') return refused(problemOfRefusal(saveWorkflow.problems));
    notify('success', `“${saveWorkflow.workflow.title}” is saved`, 'It is a draft until it is published.');
    return guard.pass(then ?? (() => void navigate(`/agents/workflows/${saveWorkflow.workflow.name}`)));
  };
  return (
    <>
      <BackLink to="/agents/workflows">Workflows</BackLink>
      <Page
        title="New workflow"
        intro="Written as YAML or JSON; the drawing follows while you write. Nothing runs until you start it."
        actions={
          <Button look="primary" busy={busy} onClick={() => void save()} data-save-workflow>
            Save as a draft
          </Button>
        }
      >
        <Segments
          label="Begin with"
          value={starter.key}
          options={STARTERS.map(({ key, label }) => ({ value: key, label }))}
          onChange={(key) => {
            // What somebody has written is not thrown away.
            if (STARTERS.some((each) => each.text === text)) setText(STARTERS.find((each) => each.key === key)?.text ?? text);
            set({ start: key === STARTERS[0].key ? '' : key });
          }}
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        <Suspense fallback={<Loading label="Loading the editor" lines={8} />}>
          <WorkflowEditor
            text={text}
            readOnly={false}
            step={step || null}
            onStep={(path) => set({ step: path ?? '' })}
            onChange={setText}
          />
        </Suspense>
        {guard.asking ? (
          <Suspense fallback={null}>
            <LeaveDialog onStay={guard.stay} onLeave={guard.leave} onSave={() => void save(guard.leave)}>
              What you wrote is not saved yet, and is lost when you leave.
            </LeaveDialog>
          </Suspense>
        ) : null}
      </Page>
    </>
  );
}
