import type { DashboardOutlineFragment, WidgetKind } from '../../gql/graphql.ts';
import { movedUp } from './arrange.ts';
import type { Place, Places } from './arrange.ts';

type Outlined = DashboardOutlineFragment['widgets'][number];

/** A widget as it stands on the screen; one that was never saved has an id of this browser's own. */
export interface DraftWidget {
  readonly id: string;
  readonly title: string;
  readonly kind: WidgetKind;
  readonly question: string;
  readonly layout: Place;
  readonly operation: Outlined['operation'];
  /** Which part of its operation's result it shows; null: the answer to its question. */
  readonly view: Outlined['view'];
}

/** What a person can change about a dashboard. */
export interface Draft {
  readonly title: string;
  readonly widgets: readonly DraftWidget[];
}

/** A widget of the graph as one of a draft. */
export function draftWidget({ id, title, kind, question, operation, view, layout: { x, y, w, h } }: Outlined): DraftWidget {
  return { id, title, kind, question, operation, view, layout: { x, y, w, h } };
}

/** What of a dashboard can be changed. */
export function draftOf({ title, widgets }: Pick<DashboardOutlineFragment, 'title' | 'widgets'>): Draft {
  return { title, widgets: widgets.map(draftWidget) };
}

export const samePlace = (a: Place, b: Place) => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

/** Whether two widgets show the same in the same way, wherever they stand. */
export function sameContent(a: DraftWidget, b: DraftWidget): boolean {
  return (
    a.title === b.title &&
    a.kind === b.kind &&
    a.question === b.question &&
    (a.view === b.view || JSON.stringify(a.view) === JSON.stringify(b.view)) &&
    (a.view === null || a.operation.query === b.operation.query)
  );
}

/** Whether two drafts are the same to whoever looks at them. */
export function sameDraft(a: Draft, b: Draft): boolean {
  if (a.title !== b.title || a.widgets.length !== b.widgets.length) return false;
  const byId = new Map(b.widgets.map((each) => [each.id, each]));
  return a.widgets.every((each) => {
    const other = byId.get(each.id);
    return other && sameContent(each, other) && samePlace(each.layout, other.layout);
  });
}

/** The draft with some of one widget changed. */
export function changeOne(draft: Draft, id: string, change: Partial<DraftWidget>): Draft {
  return { ...draft, widgets: draft.widgets.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

/** The draft with its widgets at other places. */
export function arranged(draft: Draft, places: Places): Draft {
  return { ...draft, widgets: draft.widgets.map((each) => ({ ...each, layout: places.get(each.id) ?? each.layout })) };
}

/** The draft with other widgets, none of them left hanging over a gap. */
export function withWidgets(draft: Draft, widgets: readonly DraftWidget[]): Draft {
  return arranged({ ...draft, widgets }, movedUp(widgets));
}
