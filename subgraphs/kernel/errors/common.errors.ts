import { defineErrors } from './domain-error.ts';

/** Failures any part of the product may foresee. */
export const commonErrors = defineErrors('kernel', {
  UNAUTHENTICATED: {
    message: () => 'You are not logged in, or your session has ended.',
    todo: 'Log in and send the token as `Authorization: Bearer …`.',
    retry: false,
    status: 401,
  },
  FORBIDDEN: {
    message: (d: { action: string }) => `Your role does not allow ${d.action}.`,
    todo: 'Ask an owner or admin of your tenant for a role that allows it; with an API key, use one whose scopes do.',
    retry: false,
    status: 403,
  },
  NOT_FOUND: {
    message: (d: { what: string }) => `There is no such ${d.what}.`,
    todo: 'Check the id; it may belong to another tenant or have been removed.',
    retry: false,
    status: 404,
  },
  BAD_CURSOR: {
    message: () => 'The `after` cursor is not one of ours.',
    todo: 'Pass a cursor from `pageInfo.endCursor` of the same list, or leave it out.',
    retry: false,
    status: 400,
  },
  BAD_PAGE_SIZE: {
    message: (d: { first: number; max: number }) => `\`first\` is ${d.first}; it must be between 1 and ${d.max}.`,
    todo: 'Ask for a smaller page and follow `pageInfo.endCursor`.',
    retry: false,
    status: 400,
  },
  INVALID_INPUT: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named value and send the request again.',
    retry: false,
    status: 400,
  },
  DATABASE_BUSY: {
    message: () => 'The database is busy with another change.',
    todo: 'Send the request again in a moment.',
    retry: true,
    status: 503,
  },
  UNAVAILABLE: {
    message: (d: { what: string }) => `${d.what} cannot be reached right now.`,
    todo: 'Send the request again in a moment; if it goes on, see /health/ready.',
    retry: true,
    status: 503,
  },
  QUERY_TOO_EXPENSIVE: {
    message: () => 'This query would read more than a single answer may.',
    todo: 'Ask about a shorter period or add a filter.',
    retry: false,
    status: 400,
  },
});
