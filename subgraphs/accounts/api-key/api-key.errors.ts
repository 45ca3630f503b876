import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const keyErrors = defineErrors('accounts', {
  API_KEY_NOT_FOUND: {
    message: () => 'There is no such API key.',
    todo: 'Check the id; it may be somebody else’s or have been removed.',
    retry: false,
    status: 404,
  },
  API_KEY_NOT_ACTIVE: {
    message: () => 'This API key has expired or was revoked.',
    todo: 'Make a new one.',
    retry: false,
    status: 409,
  },
  API_KEY_REPLACED: {
    message: () => 'This API key was rotated before; another one takes its place.',
    todo: 'Rotate the key that replaced it.',
    retry: false,
    status: 409,
  },
  API_KEY_NOT_YOURS: {
    message: () => 'A key acts as its account: only that person may make or rotate it.',
    todo: 'Make a key of your own, or one for a service account.',
    retry: false,
    status: 403,
  },
  TOO_MANY_API_KEYS: {
    message: (d: { maximum: number }) => `An account has at most ${d.maximum} API keys that work.`,
    todo: 'Revoke one that is not used any more.',
    retry: false,
    status: 409,
  },
  SCOPE_UNKNOWN: {
    message: (d: { scope: string }) => `“${d.scope}” names no action that a key may be made for.`,
    todo: 'Use names from `scopes`, such as `records.read`, or a whole area, such as `records.*`.',
    retry: false,
    status: 400,
  },
  SCOPE_NOT_ALLOWED: {
    message: (d: { scope: string }) => `The account’s role, or yours, does not allow “${d.scope}”.`,
    todo: 'Leave it out; a key never does more than its account and its maker may.',
    retry: false,
    status: 403,
  },
  TOO_MANY_SCOPES: {
    message: (d: { maximum: number }) => `A key is limited to 1 to ${d.maximum} scopes.`,
    todo: 'Name whole areas, such as `records.*`, or leave the scopes out for all that the account may.',
    retry: false,
    status: 400,
  },
  API_KEY_DAYS_INVALID: {
    message: (d: { maximum: number }) => `A key works for 1 to ${d.maximum} days, or until it is revoked.`,
    todo: 'Choose a number of days within that, or none.',
    retry: false,
    status: 400,
  },
  OVERLAP_INVALID: {
    message: (d: { maximum: number }) => `The key that is replaced works on for 0 to ${d.maximum} hours.`,
    todo: 'Choose a number of hours within that.',
    retry: false,
    status: 400,
  },
  SERVICE_ACCOUNT_NOT_FOUND: {
    message: () => 'There is no such service account.',
    todo: 'Check the id; it may have been removed.',
    retry: false,
    status: 404,
  },
  SERVICE_ROLE_NOT_ALLOWED: {
    message: () => 'A service account may not own the company, nor do what you may not.',
    todo: 'Choose a role that allows no more than yours; AGENT is made for programs.',
    retry: false,
    status: 403,
  },
  TOO_MANY_SERVICE_ACCOUNTS: {
    message: (d: { maximum: number }) => `A company has at most ${d.maximum} service accounts.`,
    todo: 'Remove one that is not used any more.',
    retry: false,
    status: 409,
  },
});
