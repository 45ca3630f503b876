import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { WidgetResultDocument } from '../../gql/graphql.ts';
import type { WidgetResultQuery } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import type { GraphState, Outcome } from '../../graph/use-graph.ts';
import { useBoard } from './board-context.ts';
import type { WidgetState } from './content.ts';
import type { DraftWidget } from './draft.ts';
import { viewContent } from './view-content.ts';

function ofAnswer(result: GraphState<WidgetResultQuery>, question: string): WidgetState {
  if (result.state !== 'ready') return result.state === 'failed' ? result : { state: 'loading' };
  const { ask } = result.data;
  switch (ask.__typename) {
    case 'Answer':
      return { state: 'ready', content: ask, refreshing: result.refreshing, problem: result.problem };
    case 'Declined':
      return { state: 'declined', reason: ask.reason, text: ask.text };
    case 'Clarification':
      return { state: 'declined', reason: 'AMBIGUOUS', text: ask.text };
    case 'Dashboard':
      return { state: 'whole', title: ask.title, question };
  }
}

function useOperation(widget: DraftWidget, may: boolean): [Outcome<unknown> | null, () => void] {
  const { runOperation } = useBoard();
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const { operation, view } = widget;
  const runs = may && view !== null;
  useEffect(() => {
    if (!runs) return undefined;
    let over = false;
    void runOperation(operation, false).then((now) => (over ? undefined : setOutcome(now)));
    return () => {
      over = true;
    };
  }, [runs, operation, runOperation]);
  const refresh = useCallback(() => void runOperation(operation, true).then(setOutcome), [operation, runOperation]);
  return [outcome, refresh];
}

/** One widget's answer, or its part of what its operation comes to; asked for once its turn has come. It is there while it is near the screen. */
export function useWidget(widget: DraftWidget): [WidgetState, () => void] {
  const { asking, persona } = useBoard();
  const { id, question, view } = widget;
  useEffect(() => {
    asking.want(id);
    return () => asking.leave(id);
  }, [asking, id]);
  // One that scrolled away and back has its answer.
  const [had] = useState(() => asking.mayAsk(id));
  const may = useSyncExternalStore(asking.watch, () => asking.mayAsk(id));
  const stopped = useSyncExternalStore(asking.watch, () => asking.counts().stopped);
  const [answer, askAgain] = useGraph(
    WidgetResultDocument,
    { question, persona },
    { pause: !may || view !== null, policy: had ? 'cache-first' : 'cache-and-network' },
  );
  const [outcome, runAgain] = useOperation(widget, may);

  const state = ((): WidgetState => {
    if (view === null) return !may && answer.state === 'loading' ? { state: 'waiting', stopped } : ofAnswer(answer, question);
    if (outcome === null) return may ? { state: 'loading' } : { state: 'waiting', stopped };
    if (!outcome.ok) return { state: 'failed', problem: outcome.problem };
    return { state: 'ready', content: viewContent({ ...widget, view }, outcome.data), refreshing: false, problem: null };
  })();

  const settled = state.state === 'failed' ? 'failed' : state.state === 'waiting' || state.state === 'loading' ? null : 'ready';
  useEffect(() => {
    if (may && settled !== null) asking.settle(id, settled);
  }, [asking, id, may, settled]);

  // What the network kept from it comes once there is one again.
  const lost = state.state === 'failed' && state.problem.code === 'SERVER_UNREACHABLE';
  const refresh = view === null ? askAgain : runAgain;
  useEffect(() => {
    if (!lost) return undefined;
    window.addEventListener('online', refresh);
    return () => window.removeEventListener('online', refresh);
  }, [lost, refresh]);
  return [state, refresh];
}
