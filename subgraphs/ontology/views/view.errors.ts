import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of saved views that were foreseen. */
export const viewErrors = defineErrors('ontology', {
  VIEW_NOT_FOUND: {
    message: () => 'There is no such view.',
    todo: 'Take the id from `entityViews`; it may have been removed.',
    retry: false,
    status: 404,
  },
  VIEW_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct this part of the view and save it again.',
    retry: false,
    status: 400,
  },
  VIEW_CHANGED: {
    message: (d: { version: number }) => `Somebody else has saved the view; it is at version ${d.version}.`,
    todo: 'Read it again and repeat the change on it.',
    retry: false,
    status: 409,
  },
  VIEW_ARGUMENT_INVALID: {
    message: (d: { name: string; reason: string }) => `The argument “${d.name}” ${d.reason}.`,
    todo: 'Pass the parameters of the view by name: numbers, true or false, texts, days as YYYY-MM-DD, moments as ISO 8601.',
    retry: false,
    status: 400,
  },
  VIEW_FIELD_LOST: {
    message: (d: { path: string }) => `The view goes by “${d.path}”, which the business model has no more.`,
    todo: 'Save the view anew without it, or go back to a version of the model that has it.',
    retry: false,
    status: 409,
  },
  VIEW_FIELD_MASKED: {
    message: (d: { path: string }) => `The view filters or orders by “${d.path}”, whose values you may not see as they are.`,
    todo: 'Ask whoever made the rule, or use a view that does not go by it.',
    retry: false,
    status: 403,
  },
});
