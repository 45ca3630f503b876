import { useCallback } from 'react';
import { RefineDashboardDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { notify } from '../../ui/notify.ts';
import { draftWidget } from './draft.ts';
import type { DraftWidget } from './draft.ts';
import type { Edit, Editing } from './editing.ts';
import { stateOf } from './inputs.ts';

/** What a menu asks of one widget, in the words of refinements. */
export type WidgetWish =
  | { kind: 'split'; by: string }
  | { kind: 'only'; value: string }
  | { kind: 'unfilter' }
  | { kind: 'period'; period: string }
  | { kind: 'compare'; with: string | null }
  | { kind: 'words'; text: string };

/** The wish in words for a board on which the widget, called `name`, is alone. Pure. */
export function wishText(wish: WidgetWish, name: string): string {
  switch (wish.kind) {
    case 'split':
      return `split "${name}" by ${wish.by}`;
    case 'only':
      return `only "${wish.value}"`;
    case 'unfilter':
      return 'clear filters';
    case 'period':
      return `for ${wish.period}`;
    case 'compare':
      return wish.with === null ? 'remove the comparison' : `compare to ${wish.with}`;
    case 'words':
      return wish.text;
  }
}

/** What was done, in a sentence that names the widget. Pure. */
export function wishDone(wish: WidgetWish, title: string): string {
  switch (wish.kind) {
    case 'split':
      return `Split ${title} by ${wish.by}`;
    case 'only':
      return `${title} only for ${wish.value}`;
    case 'unfilter':
      return `Took the filters off ${title}`;
    case 'period':
      return `${title} for ${wish.period}`;
    case 'compare':
      return wish.with === null ? `${title} is no longer compared` : `Compared ${title} to ${wish.with}`;
    case 'words':
      return `${title}: ${wish.text}`;
  }
}

/** A short name without words that refinements read as something else. */
function plainName(title: string): string {
  return (
    title
      .replaceAll('"', '')
      .split(/ by | against | for /i)[0]
      ?.trim() || 'Shown'
  );
}

/** Has one widget ask something else, whatever else is on the board: the server reads the wish for that widget alone. */
export function useRefineWidget(editing: Editing, apply: (edit: Edit) => void): (widget: DraftWidget, wish: WidgetWish) => Promise<void> {
  const run = useRun();
  const { origin, draft } = editing;
  return useCallback(
    async (widget, wish) => {
      const name = plainName(widget.title);
      const state = stateOf({ origin, draft }, [{ ...widget, title: name, layout: { ...widget.layout, x: 0, y: 0 } }]);
      const outcome = await run(RefineDashboardDocument, { input: { text: wishText(wish, name), before: null, state } });
      if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
      const result = outcome.data.refineDashboard;
      if (result.__typename === 'InputRefused') {
        const problem = problemOfRefusal(result.problems);
        return notify('warning', problem.message, problem.todo);
      }
      const change = result.__typename === 'RefinedDashboard' ? result.changes.find(({ was }) => was === widget.id) : undefined;
      if (!change || change.kind === 'KEPT') return notify('message', `${widget.title} is like that already.`);
      const next = draftWidget(change.widget);
      // A name that the wish left alone stays the one it had.
      const title = next.title === name ? widget.title : next.title;
      const done = wishDone(wish, widget.title);
      apply({ kind: 'put', id: widget.id, widget: { ...next, title }, done });
      return notify('success', `${done}.`, undefined, { label: 'Undo', run: () => apply({ kind: 'undo' }) });
    },
    [run, origin, draft, apply],
  );
}
