import { useCallback, useEffect, useState } from 'react';
import { RunDetailDocument, RunEventsDocument, RunHistoryDocument } from '../../gql/graphql.ts';
import type { RunFieldsFragment, RunHistoryQuery } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useFollow } from '../../graph/use-follow.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import type { Outcome } from '../../graph/use-graph.ts';
import { useLive } from '../../graph/use-live.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { addEvents, MAX_EVENTS } from './history-list.ts';
import type { RunEvent } from './history-list.ts';
import { addSample, rateOf } from './rate.ts';
import type { Sample } from './rate.ts';
import { isOpen } from './run-state.ts';

const PAGE = 500;
type EventPage = NonNullable<RunHistoryQuery['run']>['events'];

/** One run as it stands, everything it has told so far, and what it tells from now on. */
export interface FollowedRun {
  state: 'loading' | 'failed' | 'missing' | 'ready';
  run: RunFieldsFragment | null;
  problem: Problem | null;
  events: readonly RunEvent[];
  /** Records per second that are landing now; null when none do or too little is known. */
  rate: number | null;
  refresh: () => void;
}

/** Records that a run's sync has handled so far; null when it is no sync. */
export function recordsOf(run: RunFieldsFragment): number | null {
  const sync = run.connection?.latestSync;
  return sync && sync.id === run.id ? sync.recordsLanded + sync.recordsUnchanged + sync.recordsQuarantined : null;
}

/** Follows a run: first what it has told, then every event after that, each once. `id` null: none. */
export function useRunEvents(id: string | null): FollowedRun {
  const ask = useRun();
  const live = useLive();
  const [result, refresh] = useGraph(RunDetailDocument, { id: id ?? '' }, { pause: id === null });
  const [history, setHistory] = useState<{ id: string; events: readonly RunEvent[]; after: string | null } | null>(null);
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const run = result.state === 'ready' ? result.data.run : null;

  const load = useCallback(
    async (of: string): Promise<void> => {
      let after: string | null = null;
      let events: readonly RunEvent[] = [];
      for (let count = 0; count < MAX_EVENTS; count += PAGE) {
        const page: Outcome<RunHistoryQuery> = await ask(RunHistoryDocument, { id: of, first: PAGE, after });
        const found: EventPage | null | undefined = page.ok ? page.data.run?.events : null;
        if (!found) break;
        events = addEvents(events, found.nodes);
        after = found.pageInfo.endCursor ?? after;
        if (!found.pageInfo.hasNextPage) break;
      }
      setHistory((now) => (now?.id === of ? { id: of, events: addEvents(events, now.events), after } : { id: of, events, after }));
    },
    [ask],
  );
  useEffect(() => {
    setSamples([]);
    if (id !== null) void load(id);
  }, [id, load]);

  const known = history !== null && history.id === id;
  const open = run !== null && isOpen(run.status);
  const toldEnd = known && history.events.at(-1)?.kind === 'FINISHED';
  useFollow(
    RunEventsDocument,
    { runId: id ?? '', after: known ? history.after : null },
    {
      // A run that has ended and said so tells nothing more; it is followed again when it is resumed.
      pause: id === null || !known || (!open && (toldEnd || history.events.length === 0)),
      onEvent: ({ runEvents: { run: now, ...event } }) => {
        setHistory((before) => (before ? { ...before, events: addEvents(before.events, [event]) } : before));
        const records = recordsOf(now);
        if (records !== null) setSamples((before) => addSample(before, { at: Date.parse(event.at), records }));
      },
      onGap: () => {
        refresh();
        if (id !== null) void load(id);
      },
      isLast: ({ runEvents }) => runEvents.kind === 'FINISHED',
      isOver: () => !open,
    },
  );
  usePoll(open && live === 'unavailable', async () => {
    if (id !== null) await Promise.all([ask(RunDetailDocument, { id }), load(id)]);
  });

  return {
    state: result.state === 'ready' ? (run ? 'ready' : 'missing') : result.state,
    run,
    problem: result.state === 'failed' ? result.problem : null,
    events: known ? history.events : [],
    rate: run?.status === 'RUNNING' ? rateOf(samples) : null,
    refresh,
  };
}
