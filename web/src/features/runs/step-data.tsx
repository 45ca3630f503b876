import { GitFork } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { ForkRunDocument, RunStepDataDocument } from '../../gql/graphql.ts';
import type { RunFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useOnChange } from '../../graph/use-on-change.ts';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { newRunId } from './new-run-id.ts';
import { isOpen } from './run-state.ts';
import type { Step } from './run-state.ts';
import { stepTitle } from './stand-of.ts';

const text = (value: unknown) => JSON.stringify(value, null, 2);

/** One step of a workflow run: what it was given, what it gave, why it failed; and the way to begin anew from it. */
export function StepData({ run, step }: { run: RunFieldsFragment; step: Step }) {
  const ask = useRun();
  const navigate = useNavigate();
  const may = useMay('runs.change');
  const [result, refresh] = useGraph(RunStepDataDocument, { id: run.id });
  const [asking, setAsking] = useState(false);
  const [as] = useState(() => newRunId());
  const stand = `${step.key} ${step.status} ${step.at ?? ''}`;
  useOnChange(stand, refresh);
  const found = known(result)?.run?.steps.find(({ key }) => key === step.key) ?? null;
  const fork = async (): Promise<Problem | null> => {
    const outcome = await ask(ForkRunDocument, { id: run.id, path: step.key, as });
    if (!outcome.ok) return outcome.problem;
    const { forkRun } = outcome.data;
    if (forkRun.__typename === 'InputRefused') return problemOfRefusal(forkRun.problems);
    notify('success', 'A new run goes on from there', 'What was done before is not done again.');
    await navigate(`/runs/${forkRun.run.id}`);
    return null;
  };
  return (
    <Panel
      title={stepTitle(step)}
      aside={
        may && !isOpen(run.status) ? (
          <Button onClick={() => setAsking(true)} data-fork={step.key}>
            <GitFork aria-hidden size={15} /> Again from here
          </Button>
        ) : null
      }
    >
      <div className="grid gap-4" data-step-data={step.key}>
        <p className="flex flex-wrap gap-x-3 text-xs text-muted">
          <span className="font-mono">{step.key}</span>
          {found?.childRun ? (
            <Link to={`/runs/${found.childRun.id}`} className="link">
              the run it is
            </Link>
          ) : null}
        </p>
        {step.problem ? (
          <ProblemNote problem={{ code: found?.problemCode ?? 'STEP_FAILED', message: step.problem, todo: '', retry: false }} />
        ) : null}
        {found === null && result.state === 'loading' ? <Loading label="Loading the step" lines={3} /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {found ? (
          <div className="grid gap-4 lg:grid-cols-2">
            <section className="grid content-start gap-1.5">
              <h3 className="text-xs font-medium text-muted">What it was given</h3>
              {found.input == null ? (
                <p className="text-muted">Nothing.</p>
              ) : (
                <CodeBlock code={text(found.input)} label={`Input of ${stepTitle(step)}`} />
              )}
            </section>
            <section className="grid content-start gap-1.5">
              <h3 className="text-xs font-medium text-muted">What it gave</h3>
              {found.output == null ? (
                <p className="text-muted">Nothing yet.</p>
              ) : (
                <CodeBlock code={text(found.output)} label={`Output of ${stepTitle(step)}`} />
              )}
            </section>
          </div>
        ) : null}
      </div>
      {asking ? (
        <ConfirmDialog
          title={`Run it again from “${stepTitle(step)}”?`}
          keep="Not now"
          action="Run it again from here"
          look="primary"
          onClose={() => setAsking(false)}
          onConfirm={fork}
        >
          <p>A new run takes over what was done before this step; that is neither done nor paid again. This run stays as it is.</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
