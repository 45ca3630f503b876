import { Pause, Play, Square } from 'lucide-react';
import { useState } from 'react';
import { CancelRunDocument, PauseRunDocument, ResumeRunDocument } from '../../gql/graphql.ts';
import type { RunFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { notify } from '../../ui/notify.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Stops a run, or lets one that stopped go on; each after a confirmation that says what comes of it. */
export function RunControls({ run }: { run: RunFieldsFragment }) {
  const ask = useRun();
  const [asking, setAsking] = useState<'nothing' | 'cancel' | 'resume'>('nothing');
  const [hard, setHard] = useState(false);
  const close = () => {
    setAsking('nothing');
    setHard(false);
  };
  const cancel = async (): Promise<Problem | null> => {
    const outcome = await ask(CancelRunDocument, { id: run.id, hard });
    if (!outcome.ok) return outcome.problem;
    const { cancelRun } = outcome.data;
    return cancelRun.__typename === 'InputRefused' ? problemOfRefusal(cancelRun.problems) : null;
  };
  const resume = async (): Promise<Problem | null> => {
    const outcome = await ask(ResumeRunDocument, { id: run.id });
    if (!outcome.ok) return outcome.problem;
    const { resumeRun } = outcome.data;
    return resumeRun.__typename === 'InputRefused' ? problemOfRefusal(resumeRun.problems) : null;
  };
  const pause = async () => {
    const outcome = await ask(PauseRunDocument, { id: run.id });
    const refused = !outcome.ok
      ? outcome.problem
      : outcome.data.pauseRun.__typename === 'InputRefused'
        ? problemOfRefusal(outcome.data.pauseRun.problems)
        : null;
    if (refused) notify('error', refused.message, refused.todo);
    else notify('success', 'It begins nothing more', 'What is under way may end.', { label: 'Undo', run: () => void resume() });
  };
  return (
    <>
      {run.canPause ? (
        <Button onClick={() => void pause()} data-pause-run>
          <Pause aria-hidden size={14} /> Pause
        </Button>
      ) : null}
      {run.canCancel ? (
        <Button onClick={() => setAsking('cancel')} data-cancel-run>
          <Square aria-hidden size={14} /> Stop
        </Button>
      ) : null}
      {run.canResume ? (
        <Button look="primary" onClick={() => setAsking('resume')} data-resume-run>
          <Play aria-hidden size={14} /> Go on
        </Button>
      ) : null}
      {asking === 'cancel' ? (
        <ConfirmDialog title="Stop this run?" keep="Let it run" action="Stop it" look="danger" onClose={close} onConfirm={cancel}>
          {run.mode === null ? (
            <p>It stops at the next safe point. What it has done so far stays, and it can go on later from there.</p>
          ) : (
            <>
              <p>It stops at the next safe point. What its steps can undo is undone first, the last one first.</p>
              <Checkbox
                label="Stop at once, with nothing undone"
                hint="What is done stays done."
                checked={hard}
                onChange={(event) => setHard(event.target.checked)}
              />
            </>
          )}
        </ConfirmDialog>
      ) : null}
      {asking === 'resume' ? (
        <ConfirmDialog title="Let this run go on?" keep="Not now" action="Go on" look="primary" onClose={close} onConfirm={resume}>
          <p>It goes on at the step where it stopped. What was done before is not done again.</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
