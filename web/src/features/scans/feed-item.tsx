import { KeyRound, Pencil, Trash2 } from 'lucide-react';
import type { FeedsQuery } from '../../gql/graphql.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { FEED_KINDS } from './looks.ts';

export type Feed = FeedsQuery['telemetryFeeds']['nodes'][number];

interface FeedItemProps {
  feed: Feed;
  /** null: the viewer may only look. */
  acts: { change: () => void; rotate: () => void; remove: () => void } | null;
}

/** A feed: what came of it last, and what can be done about it. */
export function FeedItem({ feed: { name, kind, address, createdAt, addedBy, lastArrival, lastCount }, acts }: FeedItemProps) {
  return (
    <li className="flex items-center gap-3 py-2" data-feed={name}>
      <span className="grid min-w-0 flex-1">
        <span dir="auto" className="truncate font-medium">
          {name}
        </span>
        <span className="text-sm text-muted">
          {FEED_KINDS[kind].word} · added {formatMoment(createdAt)} by {addedBy.displayName}
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
      {acts === null ? null : (
        <span className="flex shrink-0">
          {kind === 'WEBHOOK' ? (
            <IconButton label={`Make another secret for ${name}`} onClick={acts.rotate}>
              <KeyRound aria-hidden size={16} />
            </IconButton>
          ) : null}
          <IconButton label={`Change ${name}`} onClick={acts.change}>
            <Pencil aria-hidden size={16} />
          </IconButton>
          <IconButton label={`Remove ${name}`} onClick={acts.remove}>
            <Trash2 aria-hidden size={16} />
          </IconButton>
        </span>
      )}
    </li>
  );
}
