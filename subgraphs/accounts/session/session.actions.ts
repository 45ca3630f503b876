import { EVERYONE, MEMBERS, defineActions } from '../../kernel/permissions/actions.ts';

export const sessionActions = defineActions({
  'session.open': {
    description: 'logging in',
    audience: EVERYONE,
    covers: [
      'Query.viewer',
      'Viewer',
      'Session',
      'SecondFactorRequired',
      'InputRefused',
      'InputProblem',
      'Mutation.registerTenant',
      'Mutation.logIn',
      'Mutation.completeSecondFactor',
      'Mutation.logInWithLocalKey',
      'Mutation.logInWithLink',
      'Mutation.refreshSession',
      'Mutation.requestPasswordReset',
      'PasswordResetRequested',
      'Mutation.resetPassword',
      'PasswordChanged',
    ],
  },
  'session.share': {
    description: 'making a sign-in link',
    audience: MEMBERS,
    inPerson: true,
    covers: ['Mutation.createLogInLink', 'LogInLink'],
  },
  'session.own': {
    description: 'looking after one’s own sessions and password',
    audience: MEMBERS,
    inPerson: true,
    covers: [
      'Viewer.sessions',
      'Viewer.hasPassword',
      'OpenSession',
      'OpenSessionConnection',
      'OpenSessionEdge',
      'Mutation.logOut',
      'Mutation.logOutEverywhere',
      'Mutation.revokeSession',
      'SessionsEnded',
      'Mutation.changePassword',
    ],
  },
});
