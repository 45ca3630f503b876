import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

/** Why nobody is admitted to a gateway that stands alone. */
export const aloneErrors = defineErrors('gateway', {
  TOKEN_REFUSED: {
    message: (d: { reason: string }) => `The token is not one of those that are taken here: ${d.reason}.`,
    todo: 'Get a fresh token and send it as `Authorization: Bearer …`, or send none.',
    retry: false,
    status: 401,
  },
  KEYS_UNAVAILABLE: {
    message: () => 'The keys that tokens are checked with cannot be had right now.',
    todo: 'Send the request again in a moment.',
    retry: true,
    status: 503,
  },
});
