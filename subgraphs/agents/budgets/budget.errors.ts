import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why a budget cannot be saved or removed. */
export const budgetErrors = defineErrors('agents', {
  BUDGET_NAME_INVALID: {
    message: (d: { max: number }) => `A budget’s name has 1 to ${d.max} characters.`,
    todo: 'Give it a name that people know it by.',
    retry: false,
    status: 400,
  },
  BUDGET_WITHOUT_LIMIT: {
    message: () => 'A budget limits money, tokens or both.',
    todo: 'Give `limit`, `tokenLimit` or both; 0 lets nothing be spent.',
    retry: false,
    status: 400,
  },
  BUDGET_LIMIT_INVALID: {
    message: (d: { max: number }) => `A limit is a number from 0 to ${d.max}.`,
    todo: 'Give dollars, or whole tokens, within these bounds.',
    retry: false,
    status: 400,
  },
  BUDGET_SCOPE_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Choose scope, agent and window that go together.',
    retry: false,
    status: 400,
  },
  BUDGET_ZONE_UNKNOWN: {
    message: (d: { zone: string }) => `There is no time zone ${d.zone}.`,
    todo: 'Give an IANA name such as Europe/Oslo.',
    retry: false,
    status: 400,
  },
  BUDGET_UNKNOWN: {
    message: () => 'There is no such budget.',
    todo: 'Read the list of budgets again; somebody may have removed it.',
    retry: false,
    status: 404,
  },
  BUDGET_CHANGED_MEANWHILE: {
    message: (d: { version: number }) => `Somebody else has changed the budget; it is at version ${d.version} now.`,
    todo: 'Read it again, and save with the version it has.',
    retry: false,
    status: 409,
  },
  TOO_MANY_BUDGETS: {
    message: (d: { max: number }) => `There are ${d.max} budgets already; that is the most there can be.`,
    todo: 'Remove one that is no longer needed.',
    retry: false,
    status: 409,
  },
});
