import type { DashboardStateInput, SaveDashboardInput, WidgetInput } from '../../gql/graphql.ts';
import type { DraftWidget } from './draft.ts';
import type { Editing } from './editing.ts';

/** The longest title the server keeps. */
export const MAX_TITLE_CHARACTERS = 120;
const MAX_NOTE_CHARACTERS = 500;
const COPY = ' (copy)';

/** A widget as the graph takes it; one that shows a part of an operation's result goes with all of that. */
function widgetInput({ id, title, kind, question, layout, operation, view }: DraftWidget): WidgetInput {
  const shown = { id, title, kind, question, layout };
  if (view === null) return shown;
  const { query: document, variables, operationName } = operation;
  const { path, label, series, values, aggregate } = view;
  const parts = values.map(({ path: to, label: name, unit }) => ({ path: to, label: name, unit }));
  return { ...shown, view: { path, label, series, values: parts, aggregate, document, variables, operationName } };
}

/** Widgets of a dashboard as they stand on the screen, for what works on that: refining, filters, templates. */
export function stateOf({ origin, draft }: Pick<Editing, 'origin' | 'draft'>, widgets = draft.widgets): DashboardStateInput {
  return { title: draft.title, sentence: origin.sentence, persona: origin.persona, widgets: widgets.map(widgetInput) };
}

/** What was done since the last save, as much as stands beside a version. */
function noteOf({ steps, at }: Editing): string | null {
  const said = steps.slice(1, at + 1).map(({ done }) => done.replace(/\.$/, ''));
  return said.length === 0 ? null : said.join('. ').slice(0, MAX_NOTE_CHARACTERS);
}

/** What is sent to save the draft: over the version that was edited, or as a copy of its own. */
export function inputOf(editing: Editing, as: 'itself' | 'copy'): SaveDashboardInput {
  const { origin, draft } = editing;
  const over = as === 'itself' && origin.saved;
  return {
    ...stateOf(editing),
    sentence: origin.sentence,
    id: over ? origin.id : null,
    version: over ? origin.version : 0,
    title: as === 'copy' ? `${draft.title.slice(0, MAX_TITLE_CHARACTERS - COPY.length)}${COPY}` : draft.title,
    note: over ? noteOf(editing) : null,
  };
}
