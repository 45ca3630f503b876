import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const sessionErrors = defineErrors('accounts', {
  CREDENTIALS_REFUSED: {
    message: () => 'The e-mail or the password is not right.',
    todo: 'Check both and try again.',
    retry: false,
    status: 401,
  },
  SESSION_ENDED: {
    message: () => 'This session has ended, or the refresh token is not the latest one.',
    todo: 'Log in again.',
    retry: false,
    status: 401,
  },
  SESSION_NOT_FOUND: {
    message: () => 'There is no such session of yours.',
    todo: 'Choose one of `viewer.sessions`; it may have ended by itself.',
    retry: false,
    status: 404,
  },
  TOO_MANY_ATTEMPTS: {
    message: (d: { seconds: number }) => `There were too many attempts; the next one may be made in ${d.seconds} s.`,
    todo: 'Wait that long and try again, from a device that has logged in before, or reset the password.',
    retry: true,
    status: 429,
  },
  CHALLENGE_REFUSED: {
    message: () => 'This log-in was begun too long ago, or is not one of ours.',
    todo: 'Log in with e-mail and password again.',
    retry: false,
    status: 401,
  },
  NO_PASSWORD: {
    message: () => 'This account has no password.',
    todo: 'Have a code mailed with "forgot password" to choose one.',
    retry: false,
    status: 409,
  },
  RESET_REFUSED: {
    message: () => 'This code was used before, has expired, or is not one of ours.',
    todo: 'Ask for a new one with "forgot password".',
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
  EMAIL_NOT_PLAIN: {
    message: () => 'The address has characters in it that are not plain letters, digits and signs.',
    todo: 'Type the address instead of pasting it; domains of other alphabets are written with xn--.',
    retry: false,
    status: 400,
  },
  PASSWORD_COMMON: {
    message: () => 'This password is easily guessed: a common one, keys beside one another, or your own name.',
    todo: 'Choose several words that do not belong together, or have a password manager make one.',
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
});
