import { BellRing, CheckCheck } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { useTick } from '../../ui/use-tick.ts';
import { LiveMark } from '../runs/live-mark.tsx';
import { useTenantFeed } from './feed.tsx';
import { dayOf, isUnread } from './feed-state.ts';
import { NotificationItem } from './notification-item.tsx';

const DAYS = ['Today', 'Yesterday', 'Earlier'] as const;

/** What happened in the tenant, by day, the newest first; it moves by itself while it is open. */
export default function NotificationPanel({ onFollow }: { onFollow: () => void }) {
  const { state, events, unread, seen, markAllRead, more } = useTenantFeed();
  const now = useTick(true);
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line py-2.5 pr-2 pl-4">
        <h2 className="text-md font-semibold">Notifications</h2>
        <LiveMark />
        <Button look="quiet" className="ml-auto" disabled={unread === 0} onClick={markAllRead} data-mark-all-read>
          <CheckCheck aria-hidden size={15} /> Mark all read
        </Button>
      </div>
      <div
        className="scroll-thin max-h-[min(70dvh,640px)] overflow-y-auto"
        tabIndex={0}
        role="log"
        aria-label="What happened, newest first"
        data-notifications={events.length}
      >
        {state === 'loading' ? <Loading label="Loading the notifications" className="p-4" /> : null}
        {state === 'failed' && events.length === 0 ? (
          <p className="p-4 text-muted">They could not be loaded; they come as soon as the server answers.</p>
        ) : null}
        {state === 'ready' && events.length === 0 ? (
          <Empty icon={BellRing} title="Nothing has happened yet" className="m-4">
            When data arrive, when something waits for you, when something fails: you read it here.
          </Empty>
        ) : null}
        {DAYS.map((day) => {
          const those = events.filter((event) => dayOf(event.at, now) === day);
          if (those.length === 0) return null;
          return (
            <section key={day} aria-label={day}>
              <h3 className="bg-surface px-4 pt-3 pb-1 text-xs font-medium text-muted">{day}</h3>
              <ul>
                {those.map((event) => (
                  <NotificationItem key={event.id} event={event} unread={isUnread(event, seen)} now={now} onFollow={onFollow} />
                ))}
              </ul>
            </section>
          );
        })}
        {more ? (
          <div className="grid justify-center p-3">
            <Button onClick={more} data-load-more>
              Show older ones
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
