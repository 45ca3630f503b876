import { Download, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { MembersDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { Invitations } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberRow } from './member-row.tsx';
import { isProgram } from './roles.ts';

const PAGE = 100;

/** Who belongs to the company, what each may do, and who was asked to join. */
export default function MembersPage() {
  const viewer = useViewer();
  const may = viewer?.actions.includes('members.manage') ?? false;
  const [first, setFirst] = useState(PAGE);
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState(0);
  const [result, refresh] = useGraph(MembersDocument, { first });
  const all = known(result)?.tenant.members.nodes ?? [];
  const owners = all.filter(({ role }) => role === 'OWNER').length;
  return (
    <Page
      title="Members"
      intro="Who belongs to your company, and what each may do."
      actions={
        <>
          <Button
            onClick={() =>
              downloadCsv(
                'members',
                ['name', 'e-mail', 'role', 'since'],
                all.map((each) => [each.displayName, each.email, each.role, each.createdAt]),
              )
            }
            disabled={all.length === 0}
          >
            <Download aria-hidden size={15} /> CSV
          </Button>
          {may ? (
            <Button look="primary" onClick={() => setInviting(true)} data-invite>
              <UserPlus aria-hidden size={16} /> Invite somebody
            </Button>
          ) : null}
        </>
      }
    >
      {inviting && viewer ? (
        <InviteForm own={viewer.role} onInvited={() => setInvited((count) => count + 1)} onClose={() => setInviting(false)} />
      ) : null}
      <Panel title="People" label="People">
        <Listed
          what="the members"
          result={result}
          refresh={refresh}
          pick={({ tenant: { members } }) => ({
            nodes: members.nodes.filter((each) => !isProgram(each)),
            totalCount: members.totalCount - members.nodes.filter(isProgram).length,
          })}
          onMore={() => setFirst((count) => count + PAGE)}
          empty={
            <Empty icon={Users} title="Nobody is here">
              Invite somebody.
            </Empty>
          }
        >
          {(people) => (
            <ul className="divide-y divide-line" aria-label="Members">
              {people.map((member) => (
                <MemberRow
                  key={member.id}
                  member={member}
                  viewer={viewer}
                  may={may}
                  onlyOwner={member.role === 'OWNER' && owners === 1}
                  onChange={refresh}
                />
              ))}
            </ul>
          )}
        </Listed>
      </Panel>
      {may ? <Invitations key={invited} /> : null}
    </Page>
  );
}
