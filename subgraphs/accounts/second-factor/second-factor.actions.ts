import { MEMBERS, defineActions } from '../../kernel/permissions/actions.ts';

export const secondFactorActions = defineActions({
  'profile.second-factor': {
    description: 'setting up a second factor',
    audience: MEMBERS,
    inPerson: true,
    whileFrozen: true,
    covers: [
      'Viewer.secondFactor',
      'SecondFactor',
      'Mutation.startSecondFactor',
      'SecondFactorStarted',
      'Mutation.confirmSecondFactor',
      'SecondFactorConfirmed',
      'Mutation.removeSecondFactor',
      'SecondFactorRemoved',
    ],
  },
});
