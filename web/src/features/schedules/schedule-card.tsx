import { CalendarClock, Pause, Pencil, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { PauseScheduleDocument, RemoveScheduleDocument, ResumeScheduleDocument, RunScheduleNowDocument } from '../../gql/graphql.ts';
import type { AgentScheduleFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatAgo, formatMoment, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { firingLook, scheduleLook, timingWords } from './timing-words.ts';

interface ScheduleCardProps {
  schedule: AgentScheduleFieldsFragment;
  /** Whether whoever looks may change it. */
  may: boolean;
  onEdit: () => void;
  onChanged: () => void;
}

/** One schedule: what runs when, when next, what came of the last times. */
export function ScheduleCard({ schedule, may, onEdit, onChanged }: ScheduleCardProps) {
  const run = useRun();
  const now = useNow();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [removing, setRemoving] = useState(false);
  const { word, tone } = scheduleLook(schedule.status);

  const turn = async (on: boolean) => {
    setBusy(true);
    const { id } = schedule;
    const outcome = on ? await run(ResumeScheduleDocument, { id }) : await run(PauseScheduleDocument, { id });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const ended = 'resumeSchedule' in outcome.data ? outcome.data.resumeSchedule : outcome.data.pauseSchedule;
    if (ended.__typename === 'InputRefused') return setProblem(problemOfRefusal(ended.problems));
    setProblem(null);
    return notify('success', on ? `“${schedule.name}” goes on` : `“${schedule.name}” is paused`, undefined, {
      label: 'Undo',
      run: () => void turn(!on),
    });
  };
  const runNow = async () => {
    setBusy(true);
    const outcome = await run(RunScheduleNowDocument, { id: schedule.id });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const { runScheduleNow } = outcome.data;
    if (runScheduleNow.__typename === 'InputRefused') return setProblem(problemOfRefusal(runScheduleNow.problems));
    setProblem(null);
    onChanged();
    const { firing } = runScheduleNow;
    return notify(
      firing.status === 'FAILED' ? 'error' : 'success',
      `${schedule.name}: ${firingLook(firing.status).word}`,
      firing.reason ?? undefined,
    );
  };
  const remove = async (): Promise<Problem | null> => {
    const outcome = await run(RemoveScheduleDocument, { id: schedule.id });
    if (!outcome.ok) return outcome.problem;
    const { removeSchedule } = outcome.data;
    if (removeSchedule.__typename === 'InputRefused') return problemOfRefusal(removeSchedule.problems);
    onChanged();
    notify('success', `“${schedule.name}” is no longer scheduled`);
    return null;
  };

  return (
    <li className="panel grid gap-3 p-5" data-schedule={schedule.id} data-status={schedule.status}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
          <h2 className="flex flex-wrap items-center gap-2.5 text-md font-semibold [overflow-wrap:anywhere]">
            {schedule.name} <Badge tone={tone}>{word}</Badge>
            {schedule.dryRun ? <Badge>dry run</Badge> : null}
          </h2>
          <p className="text-muted">
            <Link to={`/agents/workflows/${schedule.workflow}`} className="link">
              {schedule.workflow}
            </Link>
            {schedule.agent ? ` by ${schedule.agent.name}` : ''} · {timingWords(schedule)}
          </p>
        </div>
        {may ? (
          <div className="flex flex-wrap items-center gap-1">
            <Button busy={busy} onClick={() => void runNow()} data-run-now>
              <Play aria-hidden size={14} /> Run now
            </Button>
            {schedule.status === 'DONE' ? null : (
              <IconButton
                label={schedule.status === 'PAUSED' ? `Let go on: ${schedule.name}` : `Pause: ${schedule.name}`}
                disabled={busy}
                onClick={() => void turn(schedule.status === 'PAUSED')}
                data-pause={schedule.status}
              >
                {schedule.status === 'PAUSED' ? <CalendarClock aria-hidden size={16} /> : <Pause aria-hidden size={16} />}
              </IconButton>
            )}
            <IconButton label={`Change: ${schedule.name}`} onClick={onEdit}>
              <Pencil aria-hidden size={15} />
            </IconButton>
            <IconButton label={`Remove: ${schedule.name}`} onClick={() => setRemoving(true)}>
              <Trash2 aria-hidden size={15} />
            </IconButton>
          </div>
        ) : null}
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      {schedule.problem ? <ProblemNote problem={{ ...schedule.problem, retry: false }} /> : null}
      {schedule.status === 'ACTIVE' && schedule.nextTimes.length > 0 ? (
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          <span>
            Next: <span className="font-medium text-ink">{formatMoment(schedule.nextAt ?? schedule.nextTimes[0] ?? '')}</span>
          </span>
          {schedule.nextTimes.length > 1 ? <span>then {schedule.nextTimes.slice(1, 4).map(formatMoment).join(', ')}</span> : null}
        </p>
      ) : null}
      {schedule.firings.nodes.length > 0 ? (
        <Disclosure
          summary={`Last: ${formatAgo(schedule.firings.nodes[0]?.at ?? '', now)} · ${plural(schedule.firings.totalCount, 'time')} in all`}
        >
          <ul className="grid gap-1.5" aria-label={`Last times of ${schedule.name}`}>
            {schedule.firings.nodes.map((firing) => {
              const look = firingLook(firing.status);
              return (
                <li key={firing.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
                  <span className="text-muted">{formatMoment(firing.at)}</span>
                  <Badge tone={look.tone}>{look.word}</Badge>
                  {firing.run ? (
                    <Link to={`/runs/${firing.run.id}`} className="link">
                      {firing.run.title}
                    </Link>
                  ) : null}
                  {firing.reason ? <span className="text-muted">{firing.reason}</span> : null}
                </li>
              );
            })}
          </ul>
        </Disclosure>
      ) : (
        <p className="text-sm text-muted">It has not begun a run yet.</p>
      )}
      {removing ? (
        <ConfirmDialog
          title={`Remove “${schedule.name}”?`}
          keep="Keep it"
          action="Remove it"
          look="danger"
          onClose={() => setRemoving(false)}
          onConfirm={remove}
        >
          <p>It begins no more runs. Those that it has begun go on, and stay on record.</p>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
