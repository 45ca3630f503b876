import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { SlackUsersDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { LinkOffer } from './link-offer.tsx';
import { SlackUserRow } from './slack-user-row.tsx';

const PAGE = 50;

/** Which users of Slack are members, and with a link from Slack (`?code=`) whether that is you. */
export default function SlackPage() {
  const [search, setSearch] = useSearchParams();
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(SlackUsersDocument, { first });
  const code = search.get('code') ?? '';
  const done = () => {
    setSearch({}, { replace: true });
    refresh();
  };
  return (
    <Page title="Slack" intro="Whoever is known here decides approvals with buttons in Slack, in their own name.">
      {code === '' ? null : <LinkOffer code={code} onDone={done} />}
      <Panel title="Known from Slack">
        <Listed
          what="users of Slack"
          result={result}
          refresh={refresh}
          pick={({ slackUsers }) => slackUsers}
          onMore={() => setFirst((count) => count + PAGE)}
          empty={
            <Empty icon={MessagesSquare} title="Nobody is known yet">
              Press Approve or Reject under an approval in Slack: it says how you become known. Channels are under Notifications.
            </Empty>
          }
        >
          {(users) => (
            <ul className="divide-y divide-line" aria-label="Known from Slack">
              {users.map((user) => (
                <SlackUserRow key={user.id} user={user} onChange={refresh} />
              ))}
            </ul>
          )}
        </Listed>
      </Panel>
    </Page>
  );
}
