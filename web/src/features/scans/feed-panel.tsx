import { KeyRound, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { FeedsDocument, RemoveTelemetryFeedDocument, RotateTelemetryFeedSecretDocument } from '../../gql/graphql.ts';
import type { TelemetryFeedKind } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { Listed } from '../settings/listed.tsx';
import { FeedForm } from './feed-form.tsx';
import type { MadeFeed } from './feed-form.tsx';
import { FeedSecret } from './feed-secret.tsx';

const PAGE = 50;

const KINDS: Record<TelemetryFeedKind, { word: string; removed: string }> = {
  UPLOAD: { word: 'sent files', removed: 'Its files are deleted.' },
  FOLDER: { word: 'a folder of the server', removed: 'The folder stays as it is.' },
  URL: { word: 'fetched by each scan', removed: 'What came from there is deleted, and so is its secret.' },
  WEBHOOK: { word: 'sent by a service', removed: 'What was sent is deleted, and nothing is taken from there any more.' },
};

/** Where telemetry comes from: every scan reads all of it. */
export function FeedPanel() {
  const run = useRun();
  const may = useMay('discovery.write');
  const [first, setFirst] = useState(PAGE);
  const [leaving, setLeaving] = useState<{ id: string; name: string; kind: TelemetryFeedKind } | null>(null);
  const [adding, setAdding] = useState(false);
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
  if (adding)
    return (
      <FeedForm
        onClose={() => setAdding(false)}
        onMade={(added) => {
          setAdding(false);
          setMade(added);
          notify('success', 'The next scan reads it', added.name);
          refresh();
        }}
      />
    );
  return (
    <Panel
      title="Telemetry"
      aside={
        may ? (
          <Button onClick={() => setAdding(true)} data-add-feed>
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
            {feeds.map(({ id, name, kind, address, createdAt, addedBy, lastArrival, lastCount }) => (
              <li key={id} className="flex items-center gap-3 py-2" data-feed={name}>
                <span className="grid min-w-0 flex-1">
                  <span dir="auto" className="truncate font-medium">
                    {name}
                  </span>
                  <span className="text-sm text-muted">
                    {KINDS[kind].word} · added {formatMoment(createdAt)} by {addedBy.displayName}
                    {lastCount ? ` · ${formatCount(lastCount.read)} records read, ${formatCount(lastCount.refused)} refused` : null}
                  </span>
                  {address == null ? null : <span className="truncate font-mono text-sm text-muted">{address}</span>}
                  {lastArrival?.problem ? (
                    <span className="text-sm text-low">
                      {lastArrival.problem.message} {lastArrival.problem.todo}
                      {lastArrival.arrivedAt == null ? null : ` Scans go by what came ${formatMoment(lastArrival.arrivedAt)}.`}
                    </span>
                  ) : null}
                </span>
                {may && kind === 'WEBHOOK' ? (
                  <IconButton label={`Make another secret for ${name}`} onClick={() => void rotate(id)}>
                    <KeyRound aria-hidden size={16} />
                  </IconButton>
                ) : null}
                {may ? (
                  <IconButton label={`Remove ${name}`} onClick={() => setLeaving({ id, name, kind })}>
                    <Trash2 aria-hidden size={16} />
                  </IconButton>
                ) : null}
              </li>
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
          <p>Scans read it no more. {KINDS[leaving.kind].removed} What was found by it is gone with the next scan.</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
