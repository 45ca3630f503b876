import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why the product starts nothing by itself. */
export const healthErrors = defineErrors('connectors', {
  CONNECTION_WAITS_FOR_PERSON: {
    message: () => 'Its source refused what the connection is opened with, so nothing is tried by itself: accounts would be locked.',
    todo: 'Give the connection a password, key or right that works, or sync it yourself when it does again.',
    retry: false,
    status: 409,
  },
});
