import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const singleSignOnErrors = defineErrors('accounts', {
  SSO_NOT_CONFIGURED: {
    message: () => 'Single sign-on is not set up here.',
    todo: 'Log in with e-mail and password, or ask an owner of the tenant to set it up.',
    retry: false,
    status: 404,
  },
  SSO_ISSUER_INVALID: {
    message: () => 'The issuer is not an address of an identity provider over https.',
    todo: 'Enter the issuer as the provider names it, such as https://login.example.com/tenant.',
    retry: false,
    status: 400,
  },
  SSO_PROVIDER_UNREACHABLE: {
    message: () => 'The identity provider does not answer as one.',
    todo: 'Check the issuer; its /.well-known/openid-configuration has to be reachable from the server.',
    retry: true,
    status: 502,
  },
  SSO_DOMAIN_INVALID: {
    message: () => 'Allowed e-mail domains are 1 to 50 names such as example.com.',
    todo: 'Enter the domains of the company’s e-mail addresses.',
    retry: false,
    status: 400,
  },
  SSO_ROLE_INVALID: {
    message: () => 'Whoever comes in by single sign-on for the first time is a viewer, an analyst or an operator.',
    todo: 'Choose one of these; give higher roles to people one by one.',
    retry: false,
    status: 400,
  },
  SSO_CLIENT_INVALID: {
    message: () => 'The client id and the client secret have 1 to 500 characters each.',
    todo: 'Copy both from the application that was registered at the provider.',
    retry: false,
    status: 400,
  },
  SSO_REFUSED: {
    message: () => 'The identity provider’s reply is not one to this log-in, or cannot be trusted.',
    todo: 'Begin to log in again.',
    retry: false,
    status: 401,
  },
  SSO_EMAIL_UNVERIFIED: {
    message: () => 'The identity provider does not vouch for your e-mail address.',
    todo: 'Have your address verified at the provider.',
    retry: false,
    status: 403,
  },
  SSO_EMAIL_NOT_ALLOWED: {
    message: () => 'Your e-mail address is not of a domain that may come in this way.',
    todo: 'Ask an owner of the tenant to allow the domain.',
    retry: false,
    status: 403,
  },
  SSO_NOT_MEMBER: {
    message: () => 'Nobody with your e-mail address may come in here this way.',
    todo: 'Ask an administrator of the tenant to invite you.',
    retry: false,
    status: 403,
  },
});
