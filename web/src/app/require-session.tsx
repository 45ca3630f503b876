import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { CurrentViewerDocument } from '../gql/graphql.ts';
import { useSession } from '../graph/session.tsx';
import { useGraph } from '../graph/use-graph.ts';
import { ViewerContext } from './viewer.ts';

/** Lets only somebody who is logged in pass; others log in first and come back to the address they wanted. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { token, close } = useSession();
  const { pathname, search } = useLocation();
  const [viewer] = useGraph(CurrentViewerDocument, {}, { pause: token === null });

  const loggedOut = viewer.state === 'ready' && !viewer.refreshing && viewer.data.viewer === null;
  useEffect(() => {
    if (loggedOut) close();
  }, [loggedOut, close]);

  if (token === null) {
    const to = pathname + search;
    return <Navigate to={to === '/' ? '/login' : `/login?to=${encodeURIComponent(to)}`} replace />;
  }
  // Another session is another workspace: nothing on screen is kept.
  return (
    <ViewerContext key={token} value={viewer.state === 'ready' ? viewer.data.viewer : null}>
      {children}
    </ViewerContext>
  );
}
