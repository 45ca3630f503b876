import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { CurrentViewerDocument } from '../gql/graphql.ts';
import type { ViewerFieldsFragment } from '../gql/graphql.ts';
import { useSession } from '../graph/session.tsx';
import { useGraph } from '../graph/use-graph.ts';
import { ViewerContext } from './viewer.ts';

const LogInAgain = lazy(() => import('../features/session/log-in-again.tsx'));

/** Nothing can be shown before it is known who asks. */
const AGAIN_AFTER_MS = 3_000;

/**
 * Lets only somebody who is logged in pass; others log in first and come back to the address they wanted. When a session ends by itself the page
 * stays as it is, and whoever was there logs in again over it.
 */
export function RequireSession({ children }: { children: ReactNode }) {
  const { session, ended, close, onRefresh } = useSession();
  const { pathname, search } = useLocation();
  const [viewer, refresh] = useGraph(CurrentViewerDocument, {}, { pause: session === null });
  const [seen, setSeen] = useState<{ session: string; viewer: ViewerFieldsFragment } | null>(null);
  const found = viewer.state === 'ready' ? viewer.data.viewer : null;

  // A refreshed session may come with another role.
  useEffect(() => onRefresh(refresh), [onRefresh, refresh]);
  useEffect(() => {
    if (session !== null && found) setSeen({ session, viewer: found });
  }, [session, found]);
  const failed = viewer.state === 'failed' && session !== null;
  useEffect(() => {
    if (!failed) return undefined;
    const timer = window.setTimeout(refresh, AGAIN_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [failed, refresh]);

  const loggedOut = session !== null && viewer.state === 'ready' && !viewer.refreshing && viewer.data.viewer === null;
  useEffect(() => {
    if (loggedOut) close(true);
  }, [loggedOut, close]);

  const kept = ended !== null && seen?.session === ended ? seen.viewer : null;
  if (session === null && kept === null) {
    const to = pathname + search;
    return <Navigate to={to === '/' ? '/login' : `/login?to=${encodeURIComponent(to)}`} replace />;
  }
  // Another session is another workspace: nothing on screen is kept.
  return (
    <ViewerContext key={session ?? ended} value={found ?? kept}>
      {children}
      {kept ? (
        <Suspense fallback={null}>
          <LogInAgain viewer={kept} />
        </Suspense>
      ) : null}
    </ViewerContext>
  );
}
