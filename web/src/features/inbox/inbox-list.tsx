import { CheckCheck, Inbox } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { InboxDocument, MarkNotificationsReadDocument } from '../../gql/graphql.ts';
import type { InboxQuery } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { formatAgo, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Listed } from '../settings/listed.tsx';
import { SEVERITIES } from './words.ts';

const PAGE = 30;
const SHOWN = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
] as const;

/** What you were told, the latest first. */
export function InboxList() {
  const run = useRun();
  const [first, setFirst] = useState(PAGE);
  const [shown, setShown] = useState<'all' | 'unread'>('all');
  const [result, refresh] = useGraph(InboxDocument, { first, unreadOnly: shown === 'unread' });
  const unread = known(result)?.unreadNotifications ?? 0;
  const read = async (ids: string[] | null) => {
    const outcome = await run(MarkNotificationsReadDocument, { ids });
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    return refresh();
  };
  return (
    <Panel
      title={<>Inbox {unread > 0 ? <Badge tone="accent">{unread} unread</Badge> : null}</>}
      aside={
        <div className="flex flex-wrap gap-2">
          <Segments label="Which notifications" value={shown} options={SHOWN} onChange={setShown} />
          <Button disabled={unread === 0} onClick={() => void read(null)} data-read-all>
            <CheckCheck aria-hidden size={16} /> Mark all as read
          </Button>
        </div>
      }
    >
      <Listed
        what="your notifications"
        result={result}
        refresh={refresh}
        pick={({ notifications }) => notifications}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Inbox} title={shown === 'unread' ? 'You have read everything' : 'Nothing yet'}>
            Approvals that wait, syncs that fail, keys that are about to expire and the like come here.
          </Empty>
        }
      >
        {(notifications) => (
          <ul className="divide-y divide-line" aria-label="Notifications">
            {notifications.map((each) => (
              <Told key={each.id} told={each} onRead={() => void read([each.id])} />
            ))}
          </ul>
        )}
      </Listed>
    </Panel>
  );
}

type Notification = InboxQuery['notifications']['nodes'][number];

function Told({ told: { kind, severity, title, body, link, times, toldAt, readAt }, onRead }: { told: Notification; onRead: () => void }) {
  const now = useNow();
  const unread = readAt == null;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" data-notification={kind} data-unread={unread}>
      <span aria-hidden className={classes('mt-2 size-2 shrink-0 rounded-full', unread ? 'bg-accent' : 'bg-transparent')} />
      <div className="min-w-0 flex-1 basis-64">
        <p className={classes('flex flex-wrap items-center gap-2', unread && 'font-medium')}>
          {link ? (
            <Link to={link} className="hover:underline" onClick={unread ? onRead : undefined}>
              {title}
            </Link>
          ) : (
            title
          )}
          {severity === 'INFO' ? null : <Badge tone={SEVERITIES[severity].tone}>{SEVERITIES[severity].label}</Badge>}
        </p>
        <p className="text-pretty text-muted">{body}</p>
        <p className="text-sm text-muted">
          {formatAgo(toldAt, now)}
          {times > 1 ? ` · ${plural(times, 'time')} within the hour` : ''}
        </p>
      </div>
      {unread ? (
        <Button look="quiet" onClick={onRead} aria-label={`Mark as read: ${title}`}>
          Mark as read
        </Button>
      ) : null}
    </li>
  );
}
