import { defineErrors } from '../errors/domain-error.ts';

/** The same for every key that does not work, so that it tells nothing about which there are. */
export const apiKeyErrors = defineErrors('kernel', {
  API_KEY_REFUSED: {
    message: () => 'This API key is not one of ours, has expired, or was revoked.',
    todo: 'Use a key that works; make or rotate one under Settings, API keys.',
    retry: false,
    status: 401,
  },
});
