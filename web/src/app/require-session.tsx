import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { CurrentViewerDocument } from '../gql/graphql.ts';
import { useSession } from '../graph/session.tsx';
import { useGraph } from '../graph/use-graph.ts';
import { ViewerContext } from './viewer.ts';

/** Nothing can be shown before it is known who asks. */
const AGAIN_AFTER_MS = 3_000;

/** Lets only somebody who is logged in pass; others log in first and come back to the address they wanted. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { session, close, onRefresh } = useSession();
  const { pathname, search } = useLocation();
  const [viewer, refresh] = useGraph(CurrentViewerDocument, {}, { pause: session === null });

  // A refreshed session may come with another role.
  useEffect(() => onRefresh(refresh), [onRefresh, refresh]);
  const failed = viewer.state === 'failed';
  useEffect(() => {
    if (!failed) return undefined;
    const timer = window.setTimeout(refresh, AGAIN_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [failed, refresh]);

  const loggedOut = viewer.state === 'ready' && !viewer.refreshing && viewer.data.viewer === null;
  useEffect(() => {
    if (loggedOut) close();
  }, [loggedOut, close]);

  if (session === null) {
    const to = pathname + search;
    return <Navigate to={to === '/' ? '/login' : `/login?to=${encodeURIComponent(to)}`} replace />;
  }
  // Another session is another workspace: nothing on screen is kept.
  return (
    <ViewerContext key={session} value={viewer.state === 'ready' ? viewer.data.viewer : null}>
      {children}
    </ViewerContext>
  );
}
