import { useEffect } from 'react';
import { ConnectionDetailDocument } from '../../gql/graphql.ts';
import type { ConnectionDetailQuery } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import type { GraphState } from '../../graph/use-graph.ts';
import { useLive } from '../../graph/use-live.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { useRunEvents } from '../runs/use-run-events.ts';
import type { FollowedRun } from '../runs/use-run-events.ts';

export type Connection = NonNullable<ConnectionDetailQuery['connection']>;

/** Something is still under way: a sync, or the proposal that follows the first one. */
function isBusy(connection: Connection): boolean {
  if (connection.status === 'FAILED') return false;
  if (connection.status !== 'READY' || connection.latestSync?.status === 'RUNNING') return true;
  return connection.mappingProposal === null || connection.mappingProposal.status === 'PUBLISHING';
}

export interface FollowedConnection {
  result: GraphState<ConnectionDetailQuery>;
  refresh: () => void;
  connection: Connection | null;
  busy: boolean;
  followed: FollowedRun;
  /** Nothing has moved for so long that the page no longer looks by itself. */
  gaveUp: boolean;
}

/** One connection, and its latest sync as it moves. */
export function useConnection(id: string): FollowedConnection {
  const run = useRun();
  const [result, refresh] = useGraph(ConnectionDetailDocument, { id });
  const connection = result.state === 'ready' ? result.data.connection : null;
  const busy = connection !== null && isBusy(connection);
  const live = useLive();
  const followed = useRunEvents(connection?.latestSync?.id ?? null);
  // A step that ended has changed what is here: tables, rows, the proposal.
  const ended = followed.events.filter(
    (each) => each.kind === 'STEP_FINISHED' || each.kind === 'WAITING' || each.kind === 'FINISHED',
  ).length;
  useEffect(() => {
    if (ended > 0) refresh();
  }, [ended, refresh]);
  const gaveUp = usePoll(busy && (live === 'unavailable' || followed.state === 'missing'), async () => {
    await run(ConnectionDetailDocument, { id });
  });
  return { result, refresh, connection, busy, followed, gaveUp };
}
