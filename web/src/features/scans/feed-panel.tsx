import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { FeedsDocument, RemoveTelemetryFeedDocument } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { Listed } from '../settings/listed.tsx';

const PAGE = 50;

/** Where telemetry comes from: every scan reads all of it. */
export function FeedPanel() {
  const run = useRun();
  const may = useMay('discovery.write');
  const [first, setFirst] = useState(PAGE);
  const [leaving, setLeaving] = useState<{ id: string; name: string } | null>(null);
  const [result, refresh] = useGraph(FeedsDocument, { first });
  const remove = async () => {
    if (leaving === null) return null;
    const ended = await run(RemoveTelemetryFeedDocument, { id: leaving.id });
    if (!ended.ok) return ended.problem;
    notify('success', 'Scans read it no more', leaving.name);
    refresh();
    return null;
  };
  return (
    <Panel title="Telemetry">
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
            {feeds.map(({ id, name, kind, createdAt, addedBy }) => (
              <li key={id} className="flex items-center gap-3 py-2" data-feed={name}>
                <span className="grid min-w-0 flex-1">
                  <span dir="auto" className="truncate font-medium">
                    {name}
                  </span>
                  <span className="text-sm text-muted">
                    {kind === 'FOLDER' ? 'a folder of the server' : 'sent files'} · added {formatMoment(createdAt)} by {addedBy.displayName}
                  </span>
                </span>
                {may ? (
                  <IconButton label={`Remove ${name}`} onClick={() => setLeaving({ id, name })}>
                    <Trash2 aria-hidden size={16} />
                  </IconButton>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Listed>
      {leaving ? (
        <ConfirmDialog
          title={`Remove ${leaving.name}?`}
          keep="Keep it"
          action="Remove"
          look="danger"
          onClose={() => setLeaving(null)}
          onConfirm={remove}
        >
          <p>Scans read it no more, and its files are deleted. What was found by it is gone with the next scan.</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
