import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const inboundErrors = defineErrors('connectors', {
  INBOUND_NOT_FOUND: {
    message: () => 'Nothing is received at this address.',
    todo: 'Copy the address from the connection; it may have been removed.',
    retry: false,
    status: 404,
  },
  INBOUND_SIGNATURE_MISSING: {
    message: () => 'The message carries no signature that is known here.',
    todo: 'Sign it as Standard Webhooks, Stripe, GitHub or Slack do, with the connection’s secret.',
    retry: false,
    status: 401,
  },
  INBOUND_SIGNATURE_INVALID: {
    message: () => 'The signature does not fit the message and the connection’s secret.',
    todo: 'Check that the sender has the secret of today, and that nothing on the way changes the body.',
    retry: false,
    status: 401,
  },
  INBOUND_TOO_OLD: {
    message: (d: { minutes: number }) => `The message was signed more than ${d.minutes} minutes ago, or in the future.`,
    todo: 'Send it again with a signature of now; check the clock of the sender.',
    retry: false,
    status: 400,
  },
  INBOUND_TOO_LARGE: {
    message: (d: { bytes: number }) => `A message has at most ${d.bytes.toLocaleString('en-US')} bytes.`,
    todo: 'Send less at once.',
    retry: false,
    status: 413,
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
