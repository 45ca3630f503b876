import type { GraphState } from './use-graph.ts';

/** What can be shown of a query: its answer, or the one before while a longer page is on its way. */
export function known<Data>(state: GraphState<Data>): Data | null {
  if (state.state === 'ready') return state.data;
  return state.state === 'loading' ? state.previous : null;
}
