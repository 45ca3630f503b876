import { Link } from 'react-router';
import { classes } from '../../ui/classes.ts';
import { formatAgo } from '../../ui/format.ts';
import { severityOf, targetOf } from './feed-state.ts';
import type { FeedEvent } from './feed-state.ts';
import { SEVERITIES } from './severity.ts';

/** One thing that happened: how serious, what, when, and the way to it. */
export function NotificationItem({ event, unread, now, onFollow }: { event: FeedEvent; unread: boolean; now: Date; onFollow: () => void }) {
  const severity = severityOf(event);
  const { word, icon: Icon, look } = SEVERITIES[severity];
  const target = targetOf(event);
  return (
    <li
      className="relative flex gap-3 px-4 py-3 transition-colors hover:bg-raised"
      data-notification={event.topic}
      data-severity={severity}
      data-unread={unread || undefined}
    >
      <span aria-hidden className={classes('mt-0.5 grid size-8 shrink-0 place-items-center rounded-full', look)}>
        <Icon size={16} />
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className={classes('text-base', unread && 'font-medium')}>
          {target ? (
            <Link to={target.path} onClick={onFollow} className="after:absolute after:inset-0">
              {event.title}
            </Link>
          ) : (
            event.title
          )}
        </p>
        {event.detail ? <p className="line-clamp-2 text-sm text-muted">{event.detail}</p> : null}
        <p className="text-xs text-muted">
          {word} · {formatAgo(event.at, now)}
          {target ? <span className="text-accent"> · {target.label}</span> : null}
        </p>
      </div>
      {unread ? (
        <span className="mt-2 size-2 shrink-0 rounded-full bg-accent">
          <span className="sr-only">new</span>
        </span>
      ) : null}
    </li>
  );
}
