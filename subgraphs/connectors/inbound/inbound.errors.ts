import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const inboundErrors = defineErrors('connectors', {
  INBOUND_NOT_FOUND: {
    message: () => 'Nothing is received at this address.',
    todo: 'Copy the address from the connection; it may have been removed.',
    retry: false,
    status: 404,
  },
  INBOUND_BODY_INVALID: {
    message: (d: { why: string }) => `The message cannot be read: ${d.why}.`,
    todo: 'Send a JSON object, or a list of at most 1,000 of them.',
    retry: false,
    status: 400,
  },
  INBOUND_FULL: {
    message: () => 'More messages wait to be landed than are kept.',
    todo: 'Send it again later, when a sync has landed what waits.',
    retry: true,
    status: 503,
  },
  INBOUND_NONE: {
    message: () => 'This connection receives no messages.',
    todo: 'Choose a connection whose source sends by itself.',
    retry: false,
    status: 400,
  },
});
