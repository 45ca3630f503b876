import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const invitationErrors = defineErrors('accounts', {
  INVITATION_REFUSED: {
    message: () => 'This invitation was accepted or taken back, has expired, or is not one of ours.',
    todo: 'Ask whoever invited you for a new one.',
    retry: false,
    status: 401,
  },
  INVITATION_NOT_FOUND: {
    message: () => 'There is no such open invitation in this tenant.',
    todo: 'Choose one of `tenant.invitations`.',
    retry: false,
    status: 404,
  },
  ALREADY_MEMBER: {
    message: () => 'Somebody with this e-mail belongs to the tenant already.',
    todo: 'Change their role instead.',
    retry: false,
    status: 409,
  },
  TOO_MANY_INVITATIONS: {
    message: (d: { open: number; aDay: number }) =>
      `A tenant has at most ${d.open} open invitations and sends at most ${d.aDay} in 24 hours.`,
    todo: 'Take back some that nobody accepts, or wait until tomorrow.',
    retry: false,
    status: 409,
  },
});
