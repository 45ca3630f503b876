import type { Dashboard } from '../graph/dashboard.ts';

/** What `--json` prints of a dashboard: each widget with the numbers of its answer; a widget without one says why in `text`. */
export function dashboardJson({ id, title, sentence, persona, text, widgets }: Dashboard): Record<string, unknown> {
  return {
    status: 'DASHBOARD',
    id,
    title,
    sentence,
    persona,
    text,
    widgets: widgets.map(({ result, ...widget }) => {
      if (result.__typename === 'Declined')
        return { ...widget, text: result.text, value: null, formattedValue: null, columns: [], rows: [] };
      const { __typename: _type, ...answer } = result;
      return { ...widget, ...answer };
    }),
  };
}
