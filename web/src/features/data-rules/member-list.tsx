import { Users } from 'lucide-react';
import { useState } from 'react';
import { MemberAttributesDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Panel } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { MemberItem } from './member-item.tsx';

const PAGE = 50;

/** What members are to the rules, and what each of them sees. */
export function MemberList({ version }: { version: number }) {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(MemberAttributesDocument, { first });
  return (
    <Panel title="Members" label="What members are to the rules">
      <Listed
        what="the members"
        result={result}
        refresh={refresh}
        pick={({ userAttributes }) => userAttributes}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Users} title="Nobody is here" className="py-8">
            Invite somebody under Members.
          </Empty>
        }
      >
        {(members) => (
          <ul className="divide-y divide-line" aria-label="Members and what rules know of them">
            {members.map((member) => (
              <MemberItem key={member.user.id} member={member} version={version} onChanged={refresh} />
            ))}
          </ul>
        )}
      </Listed>
    </Panel>
  );
}
