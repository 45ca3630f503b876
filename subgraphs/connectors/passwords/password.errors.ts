import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const passwordErrors = defineErrors('connectors', {
  CONNECTION_HAS_NO_PASSWORD: {
    message: () => 'Files are opened without a password.',
    todo: 'Choose a connection to a database or an API.',
    retry: false,
    status: 400,
  },
  CONNECTION_PASSWORD_INVALID: {
    message: (d: { maximum: number }) => `A password, key or token has 1 to ${d.maximum} characters.`,
    todo: 'Enter what the source gave you, whole.',
    retry: false,
    status: 400,
  },
  CONNECTION_NOT_TRIED: {
    message: () => 'The source did not answer in time, so the new password could not be tried.',
    todo: 'Try again in a moment; the old password is kept.',
    retry: true,
    status: 503,
  },
});
