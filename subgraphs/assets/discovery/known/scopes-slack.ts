import type { ScopeTable } from './scope-level.ts';

/** Slack's scopes (docs.slack.dev/reference/scopes): `history` reads what was written, `admin` reaches the whole organisation. */
export const SLACK_SCOPES: ScopeTable = [
  ['PROFILE', 'SIGN_IN', 'identity.basic identity.email identity.avatar identity.team openid email profile'],
  ['CHAT', 'READ_ALL', 'channels:history groups:history im:history mpim:history search:read'],
  [
    'CHAT',
    'WRITE',
    'chat:write chat:write.public chat:write.customize chat:write:user chat:write:bot channels:manage groups:write im:write mpim:write',
  ],
  ['CHAT', 'LIMITED', 'commands incoming-webhook app_mentions:read reactions:read reactions:write emoji:read'],
  ['CHAT', 'READ', 'channels:read groups:read im:read mpim:read pins:read bookmarks:read links:read team:read'],
  ['FILES', 'READ_ALL', 'files:read'],
  ['FILES', 'WRITE', 'files:write files:write:user'],
  ['DIRECTORY', 'READ', 'users:read users:read.email users.profile:read usergroups:read'],
  ['DIRECTORY', 'WRITE', 'users:write users.profile:write usergroups:write'],
  [
    'DIRECTORY',
    'CONTROL',
    'admin admin.users:write admin.teams:write admin.roles:write admin.apps:write admin.invites:write admin.conversations:write',
  ],
  ['DIRECTORY', 'READ_ALL', 'admin.users:read admin.teams:read admin.roles:read admin.apps:read admin.invites:read auditlogs:read'],
  ['CHAT', 'READ_ALL', 'admin.conversations:read discovery:read'],
  ['CHAT', 'CONTROL', 'discovery:write client'],
];
