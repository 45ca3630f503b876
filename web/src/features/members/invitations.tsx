import { MailOpen } from 'lucide-react';
import { useState } from 'react';
import { InvitationsDocument, InviteMemberDocument, RevokeInvitationDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatDay, formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { ROLES } from './roles.ts';

const PAGE = 50;

/** Who was asked to join and has not answered yet. */
export function Invitations() {
  const run = useRun();
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(InvitationsDocument, { first });
  const revoke = async (id: string) => {
    const outcome = await run(RevokeInvitationDocument, { id });
    refresh();
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const taken = outcome.data.revokeInvitation;
    if (taken.__typename === 'InputRefused') {
      const { message, todo } = problemOfRefusal(taken.problems);
      return notify('error', message, todo);
    }
    const again = async () => {
      await run(InviteMemberDocument, { email: taken.email, role: taken.role });
      refresh();
    };
    return notify('success', `The invitation of ${taken.email} is taken back.`, 'Its link works no longer.', {
      label: 'Invite again',
      run: () => void again(),
    });
  };
  return (
    <Panel title="Invited">
      <Listed
        what="the invitations"
        result={result}
        refresh={refresh}
        pick={({ tenant }) => tenant.invitations}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={MailOpen} title="Nobody is invited at the moment" className="py-8">
            An invitation goes by mail and works for seven days.
          </Empty>
        }
      >
        {(invitations) => (
          <ul className="divide-y divide-line" aria-label="Invitations">
            {invitations.map(({ id, email, role, createdAt, expiresAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" data-invited={email}>
                <div className="min-w-0 flex-1 basis-48">
                  <p className="truncate font-medium">{email}</p>
                  <p className="text-sm text-muted">
                    Asked on {formatDay(createdAt)} · the link works until {formatMoment(expiresAt)}
                  </p>
                </div>
                <Badge tone="accent">{ROLES[role].label}</Badge>
                <Button look="quiet" onClick={() => void revoke(id)} aria-label={`Take back the invitation of ${email}`}>
                  Take back
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Panel>
  );
}
