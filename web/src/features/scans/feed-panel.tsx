import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { FeedsDocument, RemoveTelemetryFeedDocument, RotateTelemetryFeedSecretDocument } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { Listed } from '../settings/listed.tsx';
import { FeedChangeForm } from './feed-change-form.tsx';
import { FeedForm } from './feed-form.tsx';
import type { MadeFeed } from './feed-form.tsx';
import { FeedItem } from './feed-item.tsx';
import type { Feed } from './feed-item.tsx';
import { FeedSecret } from './feed-secret.tsx';
import { FEED_KINDS } from './looks.ts';

const PAGE = 50;

/** Where telemetry comes from: every scan reads all of it. That a feed is being added (?add=feed) is in the address. */
export function FeedPanel() {
  const run = useRun();
  const may = useMay('discovery.write');
  const [first, setFirst] = useState(PAGE);
  const [leaving, setLeaving] = useState<Feed | null>(null);
  const [changing, setChanging] = useState<Feed | null>(null);
  const [{ add }, set] = useSearchState(['add']);
  const [made, setMade] = useState<MadeFeed | null>(null);
  const [result, refresh] = useGraph(FeedsDocument, { first });
  const remove = async () => {
    if (leaving === null) return null;
    const ended = await run(RemoveTelemetryFeedDocument, { id: leaving.id });
    if (!ended.ok) return ended.problem;
    notify('success', 'Scans read it no more', leaving.name);
    refresh();
    return null;
  };
  const rotate = async (id: string) => {
    const outcome = await run(RotateTelemetryFeedSecretDocument, { id });
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const { feed, secret } = outcome.data.rotateTelemetryFeedSecret;
    return setMade({ name: feed.name, address: feed.address ?? null, secret });
  };
  if (may && add === 'feed')
    return (
      <FeedForm
        onClose={() => set({ add: '' })}
        onMade={(added) => {
          set({ add: '' });
          setMade(added);
          notify('success', 'The next scan reads it', added.name);
          refresh();
        }}
      />
    );
  if (changing)
    return (
      <FeedChangeForm
        feed={changing}
        onClose={() => setChanging(null)}
        onChanged={(name) => {
          setChanging(null);
          notify('success', 'The next scan goes by it', name);
          refresh();
        }}
      />
    );
  return (
    <Panel
      title="Telemetry"
      aside={
        may ? (
          <Button onClick={() => set({ add: 'feed' })} data-add-feed>
            <Plus aria-hidden size={15} /> From an address or a service
          </Button>
        ) : null
      }
    >
      <Listed
        what="the feeds"
        result={result}
        refresh={refresh}
        pick={(data) => data.telemetryFeeds}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={<p className="text-muted">No telemetry has been added.</p>}
      >
        {(feeds) => (
          <ul className="divide-y divide-line" aria-label="Telemetry">
            {feeds.map((feed) => (
              <FeedItem
                key={feed.id}
                feed={feed}
                acts={may ? { change: () => setChanging(feed), rotate: () => void rotate(feed.id), remove: () => setLeaving(feed) } : null}
              />
            ))}
          </ul>
        )}
      </Listed>
      {made?.secret == null ? null : (
        <FeedSecret name={made.name} address={made.address} secret={made.secret} onClose={() => setMade(null)} />
      )}
      {leaving ? (
        <ConfirmDialog
          title={`Remove ${leaving.name}?`}
          keep="Keep it"
          action="Remove"
          look="danger"
          onClose={() => setLeaving(null)}
          onConfirm={remove}
        >
          <p>Scans read it no more. {FEED_KINDS[leaving.kind].removed} What was found by it is gone with the next scan.</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
