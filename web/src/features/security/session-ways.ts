import type { SessionWay } from '../../gql/graphql.ts';

/** How a session began, as people say it. */
export const WAYS: Record<SessionWay, string> = {
  REGISTRATION: 'by registering',
  PASSWORD: 'with the password',
  LINK: 'with a one-time link',
  LOCAL_KEY: 'with the key of this machine',
  INVITATION: 'by accepting an invitation',
  SINGLE_SIGN_ON: 'by single sign-on',
  WORKSPACE: 'from another workspace',
};
