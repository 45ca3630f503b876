import { randomUUID } from 'node:crypto';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { insightsErrors } from '../insights.errors.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import type { StoredWidget } from './dashboard.entity.ts';
import type { SaveDashboardInput, WidgetInput } from './dashboard.input.ts';
import { readSavedWidgetId } from './dashboard-id.ts';
import { COLUMNS } from './layout.ts';
import { readOperation } from './operations/read-operation.ts';
import { storedViewSchema, type StoredView } from './stored-view.ts';
import { MAX_TITLE_CHARACTERS, MAX_WIDGETS, MAX_WIDGETS_AT_ONCE } from './limits.ts';

const MAX_ROW = 4_000;
const MAX_HEIGHT = 40;

const invalid = (field: string, reason: string): InputProblem => inputProblem(insightsErrors.DASHBOARD_INVALID({ reason }), field);

function checkText(field: string, text: string, min: number, max: number): InputProblem[] {
  const length = text.trim().length;
  return length >= min && length <= max ? [] : [invalid(field, `${field} must have ${min} to ${max} characters; it has ${length}.`)];
}

function checkWidget({ title, question, layout: { x, y, w, h }, view }: WidgetInput, at: string): InputProblem[] {
  const places = x >= 0 && w >= 1 && x + w <= COLUMNS && y >= 0 && y <= MAX_ROW && h >= 1 && h <= MAX_HEIGHT;
  return [
    ...checkText(`${at}.title`, title, 1, MAX_TITLE_CHARACTERS),
    ...checkText(`${at}.question`, question, 1, MAX_QUESTION_LENGTH),
    ...viewProblems(view, `${at}.view`),
    ...(places
      ? []
      : [
          invalid(
            `${at}.layout`,
            `x ${x}, y ${y}, w ${w}, h ${h} is no place: columns 0 to ${COLUMNS - 1}, rows 0 to ${MAX_ROW}, height 1 to ${MAX_HEIGHT}.`,
          ),
        ]),
  ];
}

/** The part of an operation's result that a widget shows, as it is kept; null for a question, and for what is none. */
export function storedViewOf(view: WidgetInput['view']): StoredView | null {
  if (view == null) return null;
  const { document, variables, operationName = null, path, label = null, series = null, values, aggregate } = view;
  const shown = values.map((value) => ({ path: [...value.path], label: value.label, unit: value.unit ?? null }));
  const stored = {
    document,
    variables: JSON.stringify(variables ?? {}),
    operationName,
    path: [...path],
    label: label === null ? null : [...label],
    series: series === null ? null : [...series],
    values: shown,
    aggregate,
  };
  return storedViewSchema.safeParse(stored).data ?? null;
}

function viewProblems(view: WidgetInput['view'], at: string): InputProblem[] {
  if (view == null) return [];
  const operation = readOperation(view.document, view.operationName ?? null);
  if ('reason' in operation) return [invalid(`${at}.document`, operation.reason)];
  return storedViewOf(view) === null ? [invalid(at, 'A document has at most 8 000 characters, its variables 4 000, a path 12 steps.')] : [];
}

/** Everything that has to be corrected before a dashboard can be saved. */
export function problemsOf(input: SaveDashboardInput): InputProblem[] {
  const own = input.version < 0 ? [invalid('version', 'A version is 0 for a new dashboard, or the one that was edited.')] : [];
  return [...stateProblems(input, MAX_WIDGETS), ...own];
}

/** Everything that is wrong with a dashboard as it stands, of which `most` widgets can be taken. */
export function stateProblems(
  input: Pick<SaveDashboardInput, 'title' | 'sentence' | 'widgets'>,
  most = MAX_WIDGETS_AT_ONCE,
): InputProblem[] {
  const { widgets } = input;
  if (widgets.length > most) return [invalid('widgets', `At most ${most} widgets can be taken here; these are ${widgets.length}.`)];
  return [
    ...checkText('title', input.title, 1, MAX_TITLE_CHARACTERS),
    ...checkText('sentence', input.sentence, 0, MAX_QUESTION_LENGTH),
    ...(widgets.length === 0 ? [invalid('widgets', 'A dashboard has at least one widget.')] : []),
    ...widgets.flatMap((widget, index) => checkWidget(widget, `widgets[${index}]`)),
  ];
}

/** Widgets as they are kept: those that were on this dashboard keep their id, the others get one. */
export function storedWidgets(input: SaveDashboardInput, dashboardId: string): StoredWidget[] {
  const taken = new Set<string>();
  return input.widgets.map(({ id, title, kind, question, layout: { x, y, w, h }, view }) => {
    const known = id == null ? null : readSavedWidgetId(id);
    const kept = known !== null && known.dashboardId === dashboardId && !taken.has(known.widgetId) ? known.widgetId : randomUUID();
    taken.add(kept);
    return { id: kept, title: title.trim(), kind, question: question.trim(), layout: { x, y, w, h }, view: storedViewOf(view) };
  });
}
