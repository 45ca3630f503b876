import { EVERYONE, defineActions } from '../../kernel/permissions/actions.ts';

export const singleSignOnActions = defineActions({
  'session.methods': {
    description: 'asking how one can log in',
    audience: EVERYONE,
    covers: ['Query.signInMethods', 'SignInMethods', 'SingleSignOnOffer'],
  },
  // Whoever chooses the provider decides who is whom in the tenant.
  'single-sign-on.manage': {
    description: 'setting up single sign-on',
    audience: ['OWNER'],
    inPerson: true,
    covers: ['Query.singleSignOn', 'SingleSignOn', 'Mutation.configureSingleSignOn', 'Mutation.removeSingleSignOn', 'SingleSignOnRemoved'],
  },
});
