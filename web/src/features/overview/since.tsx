import { Link } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { FeedDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { formatAgo, plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { useTick } from '../../ui/use-tick.ts';
import { severityOf, targetOf } from '../notifications/feed-state.ts';
import type { FeedEvent } from '../notifications/feed-state.ts';
import { SEVERITIES } from '../notifications/severity.ts';
import { readVisits } from '../notifications/visits.ts';

/** As many as the bell asks for, so that both share one answer. */
const ASKED = 30;
const SHOWN = 6;

/** The latest of each: that the same thing happened before, with other numbers, is no news. */
function apart(events: readonly FeedEvent[]): readonly FeedEvent[] {
  const plain = ({ topic, title }: FeedEvent) => `${topic} ${title.replaceAll(/\d+/g, '#')}`;
  return [...new Map(events.toReversed().map((event) => [plain(event), event])).values()].toSorted(
    (a, b) => Date.parse(b.at) - Date.parse(a.at),
  );
}

/** What happened while one was away; on a first visit, what happened last. */
export function Since() {
  const viewer = useViewer();
  const [feed] = useGraph(FeedDocument, { first: ASKED });
  const now = useTick(true);
  const events = known(feed)?.feed.nodes ?? [];
  const before = viewer ? (readVisits(viewer.user.id, viewer.tenant.id)?.before ?? null) : null;
  const fresh = before === null ? events : events.filter(({ at }) => Date.parse(at) > Date.parse(before));
  const troubles = fresh.filter((event) => severityOf(event) === 'ERROR').length;
  const shown = apart(fresh.length > 0 ? fresh : events).slice(0, SHOWN);
  const count = fresh.length >= ASKED ? `${ASKED} things and more` : plural(fresh.length, 'thing');
  return (
    <Panel title={before === null ? 'What happened last' : 'Since you were last here'}>
      {before === null ? null : (
        <p className="-mt-2 mb-3 text-sm text-muted" data-since={fresh.length}>
          {fresh.length === 0 ? 'Nothing new' : `${count} happened`} since {formatAgo(before, now)}
          {troubles > 0 ? `, ${plural(troubles, 'problem')} among them` : ''}.
        </p>
      )}
      {shown.length === 0 && feed.state === 'ready' ? <p className="text-muted">Nothing has happened here yet.</p> : null}
      {shown.length > 0 ? (
        <ul className="-mx-2 grid gap-0.5" aria-label="What happened">
          {shown.map((event) => {
            const { icon: Icon, look, word } = SEVERITIES[severityOf(event)];
            const target = targetOf(event);
            return (
              <li key={event.id} className="relative flex items-center gap-3 rounded-md px-2 py-1.5 transition-colors hover:bg-raised">
                <span aria-hidden className={`grid size-6 shrink-0 place-items-center rounded-full ${look}`}>
                  <Icon size={13} />
                </span>
                <span className="sr-only">{word}:</span>
                <p dir="auto" className="min-w-0 flex-1 truncate" title={event.title}>
                  {target ? (
                    <Link to={target.path} className="after:absolute after:inset-0">
                      {event.title}
                    </Link>
                  ) : (
                    event.title
                  )}
                </p>
                <span className="shrink-0 text-xs text-muted">{formatAgo(event.at, now)}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
    </Panel>
  );
}
