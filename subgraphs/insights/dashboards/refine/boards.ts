import type { DashboardRow, StoredWidget } from '../dashboard.entity.ts';
import { boardId, savedWidgetId, unsavedWidgetId, type LooseBoard } from '../dashboard-id.ts';
import type { MadeDashboard } from '../made-dashboard.ts';
import { storedViewOf } from '../check-input.ts';
import { looseDashboardOf } from '../show.ts';
import { inOrder, type Board, type BoardWidget, type Place } from './board.ts';
import { RefinedDashboard, WidgetChange, type DashboardStateInput, type WidgetChangeKind } from './refine.type.ts';
import type { Refined } from './refine.ts';

const bare = ({ kind, title, question, layout: { x, y, w, h }, view = null }: Omit<StoredWidget, 'id'>): Omit<StoredWidget, 'id'> => ({
  kind,
  title,
  question,
  layout: { x, y, w, h },
  view,
});

/** A saved dashboard as it is refined; its widgets go by the ids the graph shows. */
export function boardOfRow({
  id,
  title,
  sentence,
  persona,
  widgets,
}: Pick<DashboardRow, 'id' | 'title' | 'sentence' | 'persona' | 'widgets'>): Board {
  return {
    title,
    sentence,
    persona: persona ?? null,
    widgets: inOrder(widgets).map((widget) => ({ ...bare(widget), key: savedWidgetId(id, widget.id) })),
  };
}

/** A dashboard that is not saved, as it is refined. */
export function boardOfLoose(loose: LooseBoard, tenantId: string): Board {
  return {
    ...loose,
    widgets: loose.widgets.map((widget) => ({ ...bare(widget), key: unsavedWidgetId(tenantId, { ...widget, persona: loose.persona }) })),
  };
}

/** A dashboard as its sentence makes it. */
export function boardOfMade(
  { title, sentence, viewedAs, widgets }: Pick<MadeDashboard, 'title' | 'sentence' | 'viewedAs' | 'widgets'>,
  tenantId: string,
): Board {
  return boardOfLoose({ title, sentence, persona: viewedAs, widgets }, tenantId);
}

/** A dashboard as somebody has it on the screen; ids that are not given, or given twice, are made up. */
export function boardOfState({ title, sentence, persona, widgets }: DashboardStateInput): Board {
  const taken = new Set<string>();
  return {
    title: title.trim(),
    sentence: sentence.trim(),
    persona: persona ?? null,
    widgets: widgets.map(({ id, kind, title: name, question, layout, view }, at) => {
      const key = id == null || taken.has(id) ? `widget ${at + 1}` : id;
      taken.add(key);
      return { ...bare({ kind, title: name.trim(), question: question.trim(), layout, view: storedViewOf(view) }), key };
    }),
  };
}

/** The id that brings a board back to the letter. */
export const idOfBoard = (board: Board, tenantId: string): string => boardId(tenantId, { ...board, widgets: board.widgets.map(bare) });

const samePlace = (a: Place, b: Place): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

function changeOf(was: BoardWidget | undefined, is: BoardWidget): WidgetChangeKind {
  if (was === undefined) return 'ADDED';
  if (was.kind !== is.kind || was.title !== is.title || was.question !== is.question) return 'CHANGED';
  return samePlace(was.layout, is.layout) ? 'KEPT' : 'MOVED';
}

/** A refinement as the graph shows it. */
export function refinedOf(before: Board, { board, done, problems }: Refined, tenantId: string): RefinedDashboard {
  const ordered = inOrder(board.widgets);
  const dashboard = looseDashboardOf({ ...board, widgets: ordered.map(bare) }, tenantId);
  const old = new Map(before.widgets.map((each) => [each.key, each]));
  const changes = ordered.map((each, at) => {
    const was = old.get(each.key);
    return Object.assign(new WidgetChange(), { was: was?.key ?? null, kind: changeOf(was, each), widget: dashboard.widgets[at] });
  });
  const kept = new Set(ordered.map(({ key }) => key));
  const removed = before.widgets.flatMap(({ key }) => (kept.has(key) ? [] : [key]));
  return Object.assign(new RefinedDashboard(), {
    dashboard,
    before: idOfBoard(before, tenantId),
    done: done.join(' '),
    changes,
    removed,
    problems,
  });
}
