import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { FeedDocument, TenantFeedDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useFollow } from '../../graph/use-follow.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useLive } from '../../graph/use-live.ts';
import { useEvery } from '../../graph/use-every.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { notify } from '../../ui/notify.ts';
import { interrupts, merge, targetOf, unreadCount } from './feed-state.ts';
import type { FeedEvent } from './feed-state.ts';
import { readSeen, watchSeen, writeSeen } from './seen-store.ts';
import { noteVisit } from './visits.ts';

const PAGE = 30;
const NOTE_EVERY_MS = 60_000;

interface TenantFeed {
  state: 'loading' | 'failed' | 'ready';
  /** What happened, newest first. */
  events: readonly FeedEvent[];
  unread: number;
  /** Until when everything has been read; null: nothing has. */
  seen: string | null;
  markAllRead: () => void;
  /** Shows older ones; null when there are none. */
  more: (() => void) | null;
}

const FeedContext = createContext<TenantFeed | null>(null);

/** Follows what happens in the tenant, once for the whole tab: the bell shows it, caches learn from it, little of it interrupts. */
export function FeedProvider({ children }: { children: ReactNode }) {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(FeedDocument, { first });
  const page = known(result)?.feed ?? null;
  const [fresh, setFresh] = useState<readonly FeedEvent[]>([]);
  const [start, setStart] = useState<{ after: string | null } | null>(null);
  const viewer = useViewer();
  const userId = viewer?.user.id ?? '';
  const demo = viewer?.tenant.demo ?? false;
  const seen = useSyncExternalStore(watchSeen, () => (userId ? readSeen(userId) : null));
  const tenantId = viewer?.tenant.id ?? '';
  const note = useCallback(() => {
    if (userId) noteVisit(userId, tenantId, new Date());
  }, [userId, tenantId]);
  useEffect(note, [note]);
  useEvery(NOTE_EVERY_MS, note);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const here = useRef(pathname);
  useEffect(() => {
    here.current = pathname;
  }, [pathname]);

  // Events are followed from the newest one that the first answer held.
  useEffect(() => {
    if (start === null && result.state === 'ready' && !result.refreshing) setStart({ after: result.data.feed.nodes[0]?.cursor ?? null });
  }, [start, result]);
  useFollow(
    TenantFeedDocument,
    { after: start?.after ?? null },
    {
      pause: start === null,
      onEvent: ({ tenantFeed }) => {
        setFresh((now) => merge([tenantFeed], now));
        // The demo company decides for itself; only what fails there is worth a word.
        if (!interrupts(tenantFeed, here.current) || (demo && tenantFeed.severity !== 'ERROR')) return;
        const target = targetOf(tenantFeed);
        notify(
          tenantFeed.severity === 'ERROR' ? 'error' : 'warning',
          tenantFeed.title,
          tenantFeed.detail ?? undefined,
          target ? { label: target.label, run: () => void navigate(target.path) } : undefined,
          tenantFeed.connection?.id ?? tenantFeed.id,
        );
      },
      onGap: refresh,
    },
  );
  usePoll(useLive() === 'unavailable', refresh);

  const nodes = page?.nodes;
  const events = useMemo(() => merge(fresh, nodes ?? []), [fresh, nodes]);
  const newest = events[0]?.at;
  const markAllRead = useCallback(() => {
    if (userId && newest) writeSeen(userId, newest);
  }, [userId, newest]);
  const hasMore = page?.pageInfo.hasNextPage === true;
  const value = useMemo<TenantFeed>(
    () => ({
      state: page ? 'ready' : result.state === 'failed' ? 'failed' : 'loading',
      events,
      unread: unreadCount(events, seen),
      seen,
      markAllRead,
      more: hasMore ? () => setFirst((count) => count + PAGE) : null,
    }),
    [page, result.state, events, seen, markAllRead, hasMore],
  );
  return <FeedContext value={value}>{children}</FeedContext>;
}

/** What happens in the tenant. */
export function useTenantFeed(): TenantFeed {
  const value = use(FeedContext);
  if (!value) throw new Error('useTenantFeed is used outside of FeedProvider');
  return value;
}
