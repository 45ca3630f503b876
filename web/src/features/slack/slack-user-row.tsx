import { useState } from 'react';
import { UnlinkSlackUserDocument } from '../../gql/graphql.ts';
import type { SlackUserFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { formatDay } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';

interface SlackUserRowProps {
  user: SlackUserFieldsFragment;
  onChange: () => void;
}

/** One user of Slack, and which member that is. */
export function SlackUserRow({ user: { id, name, slackUserId, way, linkedAt, member }, onChange }: SlackUserRowProps) {
  const run = useRun();
  const [busy, setBusy] = useState(false);
  const unlink = async () => {
    setBusy(true);
    const outcome = await run(UnlinkSlackUserDocument, { id });
    setBusy(false);
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    onChange();
    return notify('success', `${name} is nobody here any more.`);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" data-slack-user={slackUserId}>
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium" dir="auto">
          {name} <span className="text-muted">({slackUserId})</span>
        </p>
        <p className="truncate text-sm text-muted">
          {member?.displayName ?? 'nobody'} · {way === 'EMAIL' ? 'by e-mail' : 'they said so'} · since {formatDay(linkedAt)}
        </p>
      </div>
      <Button look="quiet" busy={busy} onClick={() => void unlink()} aria-label={`Take the link to ${name} away`}>
        Take away
      </Button>
    </li>
  );
}
