import type { DashboardOutlineFragment, DashboardStateInput, SaveDashboardInput, WidgetInput, WidgetKind } from '../../gql/graphql.ts';
import { movedUp } from './arrange.ts';
import type { Place, Places } from './arrange.ts';

const MAX_STEPS_BACK = 100;

/** The longest title the server keeps. */
export const MAX_TITLE_CHARACTERS = 120;

/** A widget as it stands on the screen; one that was never saved has an id of this browser's own. */
export interface DraftWidget {
  readonly id: string;
  readonly title: string;
  readonly kind: WidgetKind;
  readonly question: string;
  readonly layout: Place;
  readonly operation: DashboardOutlineFragment['widgets'][number]['operation'];
  /** Which part of its operation's result it shows; null: the answer to its question. */
  readonly view: DashboardOutlineFragment['widgets'][number]['view'];
}

/** What a person can change about a dashboard. */
export interface Draft {
  readonly title: string;
  readonly widgets: readonly DraftWidget[];
}

/** A dashboard under change: how it came from the server, how it is now, and the ways back and forth. */
export interface Editing {
  readonly origin: DashboardOutlineFragment;
  readonly past: readonly Draft[];
  readonly draft: Draft;
  readonly future: readonly Draft[];
}

export type Edit =
  | { kind: 'arrange'; places: Places }
  | { kind: 'rename'; title: string }
  | { kind: 'retitle'; id: string; title: string }
  | { kind: 'show-as'; id: string; as: WidgetKind }
  | { kind: 'add'; widget: DraftWidget }
  | { kind: 'remove'; id: string }
  /** Everything at once, as a sentence said it: one step to undo. */
  | { kind: 'become'; draft: Draft }
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** The server's version takes the place of everything: after a save, or because somebody else's was chosen. */
  | { kind: 'replace'; by: DashboardOutlineFragment };

function draftOf({ title, widgets }: DashboardOutlineFragment): Draft {
  return {
    title,
    widgets: widgets.map(({ id, title: name, kind, question, operation, view, layout: { x, y, w, h } }) => ({
      id,
      title: name,
      kind,
      question,
      operation,
      view,
      layout: { x, y, w, h },
    })),
  };
}

/** Where editing starts. */
export function startEditing(origin: DashboardOutlineFragment): Editing {
  return { origin, past: [], draft: draftOf(origin), future: [] };
}

const samePlace = (a: Place, b: Place) => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

function changeOne(draft: Draft, id: string, change: Partial<DraftWidget>): Draft {
  return { ...draft, widgets: draft.widgets.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

function arranged(draft: Draft, places: Places): Draft {
  return { ...draft, widgets: draft.widgets.map((each) => ({ ...each, layout: places.get(each.id) ?? each.layout })) };
}

/** The draft with other widgets, none of them left hanging over a gap. */
function withWidgets(draft: Draft, widgets: readonly DraftWidget[]): Draft {
  return arranged({ ...draft, widgets }, movedUp(widgets));
}

function edited(draft: Draft, edit: Exclude<Edit, { kind: 'undo' | 'redo' | 'replace' }>): Draft {
  switch (edit.kind) {
    case 'arrange':
      return arranged(draft, edit.places);
    case 'become':
      return withWidgets(edit.draft, edit.draft.widgets);
    case 'rename':
      return { ...draft, title: edit.title };
    case 'retitle':
      return changeOne(draft, edit.id, { title: edit.title });
    case 'show-as':
      return changeOne(draft, edit.id, { kind: edit.as });
    case 'add':
      return withWidgets(draft, [...draft.widgets, edit.widget]);
    case 'remove':
      return withWidgets(
        draft,
        draft.widgets.filter((each) => each.id !== edit.id),
      );
  }
}

function sameDraft(a: Draft, b: Draft): boolean {
  if (a.title !== b.title || a.widgets.length !== b.widgets.length) return false;
  const byId = new Map(b.widgets.map((each) => [each.id, each]));
  return a.widgets.every((each) => {
    const other = byId.get(each.id);
    return (
      other &&
      each.title === other.title &&
      each.kind === other.kind &&
      each.question === other.question &&
      samePlace(each.layout, other.layout)
    );
  });
}

/** One edit. An edit that changes nothing leaves no step to undo. Pure. */
export function edit(editing: Editing, change: Edit): Editing {
  const { past, draft, future } = editing;
  switch (change.kind) {
    case 'undo': {
      const before = past.at(-1);
      return before ? { ...editing, past: past.slice(0, -1), draft: before, future: [draft, ...future] } : editing;
    }
    case 'redo': {
      const [after, ...later] = future;
      return after ? { ...editing, past: [...past, draft], draft: after, future: later } : editing;
    }
    case 'replace':
      return startEditing(change.by);
    default: {
      const next = edited(draft, change);
      return sameDraft(next, draft) ? editing : { ...editing, past: [...past, draft].slice(-MAX_STEPS_BACK), draft: next, future: [] };
    }
  }
}

/** Whether there is anything that a save would change. */
export function isChanged({ origin, draft }: Editing): boolean {
  return !sameDraft(draft, draftOf(origin));
}

/** A widget as the graph takes it; one that shows a part of an operation's result goes with all of that. */
function widgetInput({ id, title, kind, question, layout, operation, view }: DraftWidget): WidgetInput {
  const shown = { id, title, kind, question, layout };
  if (view === null) return shown;
  const { query: document, variables, operationName } = operation;
  return { ...shown, view: { ...view, document, variables, operationName } };
}

/** The dashboard as it stands on the screen, for what works on that: refining, templates. */
export function stateOf({ origin, draft }: Editing): DashboardStateInput {
  return {
    title: draft.title,
    sentence: origin.sentence,
    persona: origin.persona,
    widgets: draft.widgets.map(widgetInput),
  };
}

/** What is sent to save the draft: over the version that was edited, or as a copy of its own. */
export function inputOf({ origin, draft }: Editing, as: 'itself' | 'copy'): SaveDashboardInput {
  const over = as === 'itself' && origin.saved;
  return {
    id: over ? origin.id : null,
    version: over ? origin.version : 0,
    title: as === 'copy' ? `${draft.title.slice(0, MAX_TITLE_CHARACTERS - 7)} (copy)` : draft.title,
    sentence: origin.sentence,
    persona: origin.persona,
    widgets: draft.widgets.map(widgetInput),
  };
}
