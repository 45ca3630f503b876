import { defineErrors } from '../../../kernel/errors/domain-error.ts';

const EXAMPLES =
  'Say for example “add a pipeline chart”, “make revenue bigger”, “split it by region”, “only EMEA” or “compare to last year”.';

/** Why a dashboard cannot be refined as asked; each is told as a problem with the input. */
export const refineErrors = defineErrors('insights', {
  REFINEMENT_NOT_UNDERSTOOD: {
    message: (d: { said: string }) => `I could not tell what to change from “${d.said}”.`,
    todo: EXAMPLES,
    retry: false,
    status: 400,
  },
  WIDGET_NOT_FOUND: {
    message: (d: { said: string; titles: string }) => `Nothing on this dashboard is called “${d.said}”; there are ${d.titles}.`,
    todo: 'Name a widget by its title, or by its place: “the second chart”.',
    retry: false,
    status: 400,
  },
  WIDGET_AMBIGUOUS: {
    message: (d: { said: string; titles: string }) => `“${d.said}” can be ${d.titles}.`,
    todo: 'Say more of its title, or its place: “the second chart”, “all charts”.',
    retry: false,
    status: 400,
  },
  REFINEMENT_UNANSWERABLE: {
    message: (d: { what: string; reason: string }) => `“${d.what}” cannot be shown: ${d.reason}`,
    todo: 'Ask for something that the connected data has.',
    retry: false,
    status: 400,
  },
  REFINEMENT_IMPOSSIBLE: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Nothing was changed by it; try it on another widget, or in other words.',
    retry: false,
    status: 400,
  },
  REFINEMENT_UNCHANGED: {
    message: (d: { reason: string }) => d.reason,
    todo: 'There is nothing to do.',
    retry: false,
    status: 400,
  },
  NOTHING_TO_UNDO: {
    message: () => 'It is not known what was there before.',
    todo: 'Hand in the id of the dashboard before the last refinement as “before”, or restore a version.',
    retry: false,
    status: 400,
  },
  DASHBOARD_FULL: {
    message: (d: { max: number }) => `A dashboard has at most ${d.max} widgets, and room for 400 rows.`,
    todo: 'Remove some, or make another dashboard.',
    retry: false,
    status: 409,
  },
});
