import { LogOut, MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { LogOutEverywhereDocument, OpenSessionsDocument, RevokeSessionDocument } from '../../gql/graphql.ts';
import type { OpenSessionsQuery } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useSession } from '../../graph/session.tsx';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatAgo, formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { Listed } from '../settings/listed.tsx';
import { WAYS } from './session-ways.ts';

const PAGE = 30;
const NONE = { nodes: [], totalCount: 0 };

type OpenSession = NonNullable<OpenSessionsQuery['viewer']>['sessions']['nodes'][number];

/** Where one is logged in, each to be ended, or all at once. */
export function OpenSessions() {
  const run = useRun();
  const { close } = useSession();
  const [first, setFirst] = useState(PAGE);
  const [asking, setAsking] = useState(false);
  const [result, refresh] = useGraph(OpenSessionsDocument, { first });
  const everywhere = async () => {
    const outcome = await run(LogOutEverywhereDocument, {});
    if (!outcome.ok) return outcome.problem;
    close();
    return null;
  };
  return (
    <Panel
      title="Where you are logged in"
      aside={
        <Button look="danger" onClick={() => setAsking(true)} data-log-out-everywhere>
          <LogOut aria-hidden size={15} /> Log out everywhere
        </Button>
      }
    >
      <Listed
        what="your sessions"
        result={result}
        refresh={refresh}
        pick={(data) => data.viewer?.sessions ?? NONE}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={MonitorSmartphone} title="No session is known">
            You came in another way, such as a key.
          </Empty>
        }
      >
        {(sessions) => (
          <ul className="divide-y divide-line" aria-label="Sessions">
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} onChange={refresh} />
            ))}
          </ul>
        )}
      </Listed>
      {asking ? (
        <ConfirmDialog
          title="Log out everywhere?"
          keep="Stay logged in"
          action="Log out everywhere"
          look="danger"
          onClose={() => setAsking(false)}
          onConfirm={everywhere}
        >
          <p>Every session of yours ends at once, on every device and in every workspace, this one too. API keys go on working.</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}

function SessionRow({ session, onChange }: { session: OpenSession; onChange: () => void }) {
  const run = useRun();
  const now = useNow();
  const [busy, setBusy] = useState(false);
  const { id, way, device, address, createdAt, lastUsedAt, expiresAt, current } = session;
  const end = async () => {
    setBusy(true);
    const outcome = await run(RevokeSessionDocument, { id });
    setBusy(false);
    const problem = outcome.ok
      ? outcome.data.revokeSession.__typename === 'InputRefused'
        ? problemOfRefusal(outcome.data.revokeSession.problems)
        : null
      : outcome.problem;
    if (problem) notify('error', problem.message, problem.todo);
    else notify('success', `The session on ${device} has ended.`);
    onChange();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" data-session={current ? 'current' : 'other'}>
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">
          {device} {current ? <Badge tone="good">this one</Badge> : null}
        </p>
        <p className="text-sm text-muted">
          {address ? `${address} · ` : ''}last used {formatAgo(lastUsedAt, now)} · began {WAYS[way]} on {formatMoment(createdAt)} · ends on{' '}
          {formatMoment(expiresAt)} unless it is used
        </p>
      </div>
      {current ? null : (
        <Button busy={busy} onClick={() => void end()} aria-label={`End the session on ${device}`}>
          End the session
        </Button>
      )}
    </li>
  );
}
