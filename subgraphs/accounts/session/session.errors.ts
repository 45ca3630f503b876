import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const sessionErrors = defineErrors('accounts', {
  CREDENTIALS_REFUSED: {
    message: () => 'The e-mail or the password is not right.',
    todo: 'Check both and try again.',
    retry: false,
    status: 401,
  },
  LINK_REFUSED: {
    message: () => 'This sign-in link was used before, has expired, or is not one of ours.',
    todo: 'Make a new one with `npx autonomos link`, or log in with your password.',
    retry: false,
    status: 401,
  },
  EMAIL_TAKEN: {
    message: () => 'There is an account with this e-mail already.',
    todo: 'Log in, or register with another e-mail.',
    retry: false,
    status: 409,
  },
  EMAIL_INVALID: {
    message: () => 'This is not an e-mail address.',
    todo: 'Enter an address such as ada@example.com.',
    retry: false,
    status: 400,
  },
  PASSWORD_TOO_SHORT: {
    message: (d: { minimum: number }) => `A password has at least ${d.minimum} characters.`,
    todo: 'Choose a longer one; several words work well.',
    retry: false,
    status: 400,
  },
  PASSWORD_TOO_LONG: {
    message: (d: { maximum: number }) => `A password has at most ${d.maximum} characters.`,
    todo: 'Choose a shorter one.',
    retry: false,
    status: 400,
  },
  NAME_INVALID: {
    message: (d: { maximum: number }) => `A name has 1 to ${d.maximum} characters.`,
    todo: 'Enter a name within that length.',
    retry: false,
    status: 400,
  },
});
