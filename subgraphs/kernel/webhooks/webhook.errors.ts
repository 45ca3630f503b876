import { defineErrors } from '../errors/domain-error.ts';

export const webhookErrors = defineErrors('kernel', {
  INBOUND_SIGNATURE_MISSING: {
    message: () => 'The message carries no signature that is known here.',
    todo: 'Sign it as Standard Webhooks, Stripe, GitHub or Slack do, with the secret of this address.',
    retry: false,
    status: 401,
  },
  INBOUND_SIGNATURE_INVALID: {
    message: () => 'The signature does not fit the message and the secret of this address.',
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
});
