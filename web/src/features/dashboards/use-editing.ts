import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { notify } from '../../ui/notify.ts';
import { afterStep, placeText } from './arrange.ts';
import type { Step } from './arrange.ts';
import { edit, isChanged, startEditing } from './editing.ts';
import type { DraftWidget, Edit, Editing } from './editing.ts';
import type { WidgetActions } from './widget-card.tsx';

export interface DashboardEditing {
  editing: Editing;
  changed: boolean;
  apply: (edit: Edit) => void;
  actions: WidgetActions;
  /** What a screen reader is told about the last step. */
  said: string;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

/** A dashboard under change, with undo and redo on the keyboard. */
export function useEditing(dashboard: DashboardOutlineFragment): DashboardEditing {
  const [editing, apply] = useReducer(edit, dashboard, startEditing);
  const [said, setSaid] = useState('');
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
    if (!places || !place) return setSaid(`${widget.title} cannot go further that way.`);
    apply({ kind: 'arrange', places });
    return setSaid(`${widget.title}: ${placeText(place)}`);
  }, []);
  const remove = useCallback((widget: DraftWidget) => {
    apply({ kind: 'remove', id: widget.id });
    setSaid(`${widget.title} was removed.`);
    notify('message', `“${widget.title}” was removed.`, undefined, { label: 'Undo', run: () => apply({ kind: 'add', widget }) });
  }, []);
  const actions = useMemo(() => ({ edit: apply, step, remove }), [step, remove]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      const back = key === 'z' && !event.shiftKey;
      if (!back && !(key === 'z' || key === 'y')) return;
      event.preventDefault();
      apply({ kind: back ? 'undo' : 'redo' });
      setSaid(back ? 'Undone.' : 'Done again.');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return { editing, changed: isChanged(editing), apply, actions, said };
}
