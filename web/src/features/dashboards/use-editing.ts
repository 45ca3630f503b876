import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { notify } from '../../ui/notify.ts';
import { afterStep, placeText } from './arrange.ts';
import type { Step } from './arrange.ts';
import type { DraftWidget } from './draft.ts';
import { edit, isChanged, startEditing } from './editing.ts';
import type { Edit, Editing } from './editing.ts';
import { reordered, tidied } from './tidy.ts';

/** What can be done with one widget. */
export interface WidgetActions {
  edit: (edit: Edit) => void;
  /** Moves or resizes it, and says where it is then. */
  step: (widget: DraftWidget, step: Step) => void;
  /** One place earlier or later, where widgets stand in one column. */
  reorder: (widget: DraftWidget, by: -1 | 1) => void;
  remove: (widget: DraftWidget) => void;
  say: (text: string) => void;
}

export interface DashboardEditing {
  editing: Editing;
  changed: boolean;
  apply: (edit: Edit) => void;
  actions: WidgetActions;
  tidy: () => void;
  /** What a screen reader is told about the last step. */
  said: string;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

/** A dashboard under change, with undo and redo on the keyboard. */
export function useEditing(dashboard: DashboardOutlineFragment): DashboardEditing {
  const [editing, apply] = useReducer(edit, dashboard, startEditing);
  const [said, say] = useState('');
  const latest = useRef(editing);
  useEffect(() => {
    latest.current = editing;
  });

  // What the server sends anew takes over where nothing was changed; changes meet it when they are saved.
  useEffect(() => {
    const { origin } = latest.current;
    if (dashboard.id === origin.id && dashboard.version > origin.version && !isChanged(latest.current))
      apply({ kind: 'replace', by: dashboard });
  }, [dashboard]);

  const step = useCallback((widget: DraftWidget, by: Step) => {
    const places = afterStep(latest.current.draft.widgets, widget.id, by);
    const place = places?.get(widget.id);
    if (!places || !place) return say(`${widget.title} cannot go further that way.`);
    apply({ kind: 'arrange', places, about: widget.id, tag: `${by.kind} ${widget.id}` });
    return say(`${widget.title}: ${placeText(place)}`);
  }, []);
  const reorder = useCallback((widget: DraftWidget, by: -1 | 1) => {
    const places = reordered(latest.current.draft.widgets, widget.id, by);
    if (!places) return say(`${widget.title} is the ${by < 0 ? 'first' : 'last'} already.`);
    apply({ kind: 'arrange', places, about: widget.id, tag: `order ${widget.id}` });
    return say(`${widget.title} is one place ${by < 0 ? 'earlier' : 'later'}.`);
  }, []);
  const remove = useCallback((widget: DraftWidget) => {
    apply({ kind: 'remove', id: widget.id });
    say(`${widget.title} was removed.`);
    notify('message', `“${widget.title}” was removed.`, undefined, { label: 'Undo', run: () => apply({ kind: 'add', widget }) });
  }, []);
  const tidy = useCallback(() => {
    apply({ kind: 'tidy', places: tidied(latest.current.draft.widgets) });
    say('The layout is tidied.');
  }, []);
  const actions = useMemo(() => ({ edit: apply, step, reorder, remove, say }), [step, reorder, remove]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      const back = key === 'z' && !event.shiftKey;
      if (!back && !(key === 'z' || key === 'y')) return;
      event.preventDefault();
      const { steps, at } = latest.current;
      const step = back ? steps[at] : steps[at + 1];
      if (!step || (back && at === 0)) return say(back ? 'There is nothing to undo.' : 'There is nothing to do again.');
      apply({ kind: back ? 'undo' : 'redo' });
      return say(`${back ? 'Undone' : 'Done again'}: ${step.done}`);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return { editing, changed: isChanged(editing), apply, actions, tidy, said };
}
