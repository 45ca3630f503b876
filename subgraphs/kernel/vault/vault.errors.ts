import { defineErrors } from '../errors/domain-error.ts';

export const vaultErrors = defineErrors('kernel', {
  VAULT_KEY_MISSING: {
    message: (d: { keyId: string }) => `A stored secret was sealed with the key ${d.keyId}, which this server does not have.`,
    todo: 'Start the server with the key it had then (VAULT_KEY, or vault.key in its data folder), or enter the secret again.',
    retry: false,
    status: 500,
  },
  SECRET_UNREADABLE: {
    message: () => 'A stored secret cannot be read: it was changed, or belongs to something else.',
    todo: 'Enter the secret again.',
    retry: false,
    status: 500,
  },
});
