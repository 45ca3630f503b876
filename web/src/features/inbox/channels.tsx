import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { NotificationChannelsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Panel } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { ChannelForm } from './channel-form.tsx';
import { ChannelRow } from './channel-row.tsx';

/** Where the company has notifications sent. */
export default function Channels() {
  const may = useViewer()?.actions.includes('channels.write') ?? false;
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const [result, refresh] = useGraph(NotificationChannelsDocument, {});
  return (
    <>
      {adding ? (
        <ChannelForm
          onClose={() => setAdding(false)}
          onMade={({ name, secret }) => {
            setAdding(false);
            if (secret !== null) setMade({ name, secret });
            refresh();
          }}
        />
      ) : null}
      <Panel
        title="Channels"
        aside={
          may && !adding ? (
            <Button look="primary" onClick={() => setAdding(true)} data-add-channel>
              Add a channel
            </Button>
          ) : null
        }
      >
        <Listed
          what="the channels"
          result={result}
          refresh={refresh}
          pick={({ notificationChannels }) => ({ nodes: notificationChannels, totalCount: notificationChannels.length })}
          onMore={refresh}
          empty={
            <Empty icon={Megaphone} title="Nothing is sent anywhere yet">
              Add a Slack channel, or any program that takes JSON, and what concerns the whole company is sent there too.
            </Empty>
          }
        >
          {(channels) => (
            <ul className="divide-y divide-line" aria-label="Channels">
              {channels.map((channel) => (
                <ChannelRow key={channel.id} channel={channel} may={may} onChange={refresh} />
              ))}
            </ul>
          )}
        </Listed>
      </Panel>
      {made ? (
        <Sheet title={`The secret of “${made.name}”`} onClose={() => setMade(null)}>
          <div className="grid gap-4">
            <p>
              Every message carries `autonomos-signature: t=…,v1=…`. Its v1 is the HMAC-SHA-256 of time, a dot and the body, with this
              secret. It is shown this once.
            </p>
            <CodeBlock label="the secret" code={made.secret} />
            <div className="flex justify-end">
              <Button look="primary" onClick={() => setMade(null)}>
                I have copied it
              </Button>
            </div>
          </div>
        </Sheet>
      ) : null}
    </>
  );
}
