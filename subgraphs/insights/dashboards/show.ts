import type { DashboardRow, StoredWidget } from './dashboard.entity.ts';
import { boardId, savedWidgetId, unsavedDashboardId, unsavedWidgetId, type LooseBoard } from './dashboard-id.ts';
import { Dashboard, User } from './dashboard.type.ts';
import type { MadeDashboard } from './made-dashboard.ts';
import { Widget } from './widget.type.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';

const widgetOf = (
  id: string,
  { title, kind, question, layout, view = null }: Omit<StoredWidget, 'id'>,
  persona: PersonaName | null,
): Widget => Object.assign(new Widget(), { id, title, kind, question, layout, persona, stored: view });

/** A widget that stands alone: one of an unsaved dashboard, read from its id. */
export function unsavedWidget(widget: Omit<StoredWidget, 'id'>, persona: PersonaName | null, tenantId: string): Widget {
  return widgetOf(unsavedWidgetId(tenantId, { ...widget, persona }), widget, persona);
}

/** A dashboard that was made from a sentence, as the graph shows it. */
export function madeDashboardOf(made: MadeDashboard, tenantId: string): Dashboard {
  const { sentence, persona, title, text, viewedAs } = made;
  return Object.assign(new Dashboard(), {
    id: unsavedDashboardId(sentence, persona),
    title,
    sentence,
    persona: viewedAs,
    saved: false,
    version: 0,
    text,
    widgets: made.widgets.map((widget) => unsavedWidget(widget, viewedAs, tenantId)),
    createdBy: null,
    updatedAt: null,
  });
}

const counted = ({ length }: readonly unknown[]): string => `${length} widget${length === 1 ? '' : 's'}`;

/** A dashboard that is neither saved nor as its sentence makes it: refined, from a template, or as it once was. */
export function looseDashboardOf(board: LooseBoard, tenantId: string): Dashboard {
  const { title, sentence, persona, widgets } = board;
  return Object.assign(new Dashboard(), {
    id: boardId(tenantId, board),
    title,
    sentence,
    persona,
    saved: false,
    version: 0,
    text: `${counted(widgets)}${sentence === '' ? '' : `, made from “${sentence}”`}; not saved.`,
    widgets: widgets.map((widget) => unsavedWidget(widget, persona, tenantId)),
    createdBy: null,
    updatedAt: null,
  });
}

/** A saved dashboard as the graph shows it. */
export function savedDashboardOf(row: DashboardRow): Dashboard {
  return Object.assign(new Dashboard(), {
    id: row.id,
    title: row.title,
    sentence: row.sentence,
    persona: row.persona ?? null,
    saved: true,
    version: row.version,
    text: `${counted(row.widgets)}${row.sentence === '' ? '' : `, made from “${row.sentence}”`}.`,
    widgets: row.widgets
      .toSorted((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x)
      .map((widget) => widgetOf(savedWidgetId(row.id, widget.id), widget, row.persona ?? null)),
    createdBy: Object.assign(new User(), { id: row.createdBy }),
    updatedAt: row.updatedAt,
  });
}
