import { lazy, Suspense, useState } from 'react';
import {
  ChangeNotificationChannelDocument,
  RemoveNotificationChannelDocument,
  TestNotificationChannelDocument,
} from '../../gql/graphql.ts';
import type { NotificationChannelFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatDay } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { SEVERITY_CHOICES } from './words.ts';

const SlackDecisions = lazy(async () => ({ default: (await import('./slack-decisions.tsx')).SlackDecisions }));

interface ChannelRowProps {
  channel: NotificationChannelFieldsFragment;
  may: boolean;
  onChange: () => void;
}

/** One channel: where it leads, what goes there, and a way to try it. */
export function ChannelRow({ channel, may, onChange }: ChannelRowProps) {
  const { id, kind, name, host, kinds, minimumSeverity, paused, createdAt } = channel;
  const run = useRun();
  const [busy, setBusy] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [deciding, setDeciding] = useState(false);
  const test = async () => {
    setBusy(true);
    const outcome = await run(TestNotificationChannelDocument, { id });
    setBusy(false);
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    return notify('success', `A test is on its way to ${name}.`, 'What became of it stands under Deliveries.');
  };
  const pause = async () => {
    const outcome = await run(ChangeNotificationChannelDocument, { input: { id, paused: !paused } });
    onChange();
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    return notify('success', paused ? `${name} is sent to again.` : `${name} rests.`);
  };
  const remove = async () => {
    const outcome = await run(RemoveNotificationChannelDocument, { id });
    if (!outcome.ok) return outcome.problem;
    onChange();
    notify('success', `Nothing is sent to ${name} any more.`);
    return null;
  };
  const what = SEVERITY_CHOICES.find(({ value }) => value === minimumSeverity)?.label ?? '';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" data-channel={name}>
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="truncate">{name}</span>
          <Badge>{kind === 'SLACK' ? 'Slack' : 'Webhook'}</Badge>
          {paused ? <Badge tone="warning">Rests</Badge> : null}
          {channel.takesDecisions ? <Badge tone="good">decides</Badge> : null}
        </p>
        <p className="truncate text-sm text-muted">
          {host} · {what.toLowerCase()}
          {kinds ? ` of ${kinds.length} kinds` : ''} · since {formatDay(createdAt)}
        </p>
      </div>
      {may ? (
        <>
          <Button busy={busy} onClick={() => void test()} aria-label={`Send a test to ${name}`}>
            Send a test
          </Button>
          {kind === 'SLACK' ? (
            <Button look="quiet" onClick={() => setDeciding(true)} aria-label={`Decide in ${name}`} data-slack-decisions>
              Decide there
            </Button>
          ) : null}
          <Button look="quiet" onClick={() => void pause()} aria-label={paused ? `Send to ${name} again` : `Let ${name} rest`}>
            {paused ? 'Resume' : 'Pause'}
          </Button>
          <Button look="quiet" onClick={() => setRemoving(true)} aria-label={`Remove ${name}`}>
            Remove
          </Button>
        </>
      ) : null}
      {deciding ? (
        <Suspense fallback={null}>
          <SlackDecisions channel={channel} onClose={() => setDeciding(false)} onChange={onChange} />
        </Suspense>
      ) : null}
      {removing ? (
        <ConfirmDialog
          title={`Remove ${name}?`}
          keep="Keep"
          action="Remove"
          look="danger"
          onClose={() => setRemoving(false)}
          onConfirm={remove}
        >
          <p>Nothing is sent there any more, not even what waits. Its address and secret are forgotten.</p>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
