import { defineErrors } from '../errors/domain-error.ts';

/** By then whoever works under the key is probably done. */
const BUSY_RETRY_MS = 1_000;

/** What comes of keys under which something is carried out once. */
export const idempotencyErrors = defineErrors('kernel', {
  IDEMPOTENCY_KEY_REUSED: {
    message: () => 'This idempotency key was used before with a different request.',
    todo: 'Use a new key for a new request; repeat the same request to get its first reply.',
    retry: false,
    status: 409,
  },
  IDEMPOTENCY_KEY_INVALID: {
    message: () => 'An idempotency key has 1 to 255 characters, and is the same in the header and in the extensions.',
    todo: 'Send a shorter key, such as a UUID, in one of the two places.',
    retry: false,
    status: 400,
  },
  IDEMPOTENCY_KEY_BUSY: {
    message: () => 'The first request with this idempotency key is still being carried out.',
    todo: 'Send the same request again in a moment to get its reply.',
    retry: true,
    status: 409,
    retryAfterMs: () => BUSY_RETRY_MS,
  },
  IDEMPOTENCY_IN_DOUBT: {
    message: () => 'The first request with this idempotency key ended without an answer; nobody knows how far it got.',
    todo: 'Look whether it was carried out. If it was not, send it again with a new key.',
    retry: false,
    status: 409,
  },
  IDEMPOTENCY_REPLY_LOST: {
    message: () => 'The first request with this idempotency key was carried out, and its reply was not kept.',
    todo: 'Read what came of it with a query; it is not to be sent again.',
    retry: false,
    status: 409,
  },
});
