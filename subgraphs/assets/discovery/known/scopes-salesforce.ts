import type { ScopeTable } from './scope-level.ts';

/** Salesforce's scopes of connected apps (help.salesforce.com: OAuth Tokens and Scopes). */
export const SALESFORCE_SCOPES: ScopeTable = [
  ['PROFILE', 'SIGN_IN', 'openid id profile email address phone refresh_token offline_access'],
  ['CUSTOMERS', 'CONTROL', 'full'],
  ['CUSTOMERS', 'WRITE_ALL', 'api web visualforce lightning cdp_api pardot_api'],
  ['CUSTOMERS', 'READ_ALL', 'wave_api eclair_api cdp_query_api'],
  ['CUSTOMERS', 'WRITE', 'content custom_permissions chatbot_api user_registration_api'],
  ['CHAT', 'WRITE', 'chatter_api'],
  ['CUSTOMERS', 'LIMITED', 'forgot_password'],
];
