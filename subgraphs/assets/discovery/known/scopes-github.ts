import type { ScopeTable } from './scope-level.ts';

/** GitHub's scopes for OAuth apps (docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps). */
export const GITHUB_SCOPES: ScopeTable = [
  ['PROFILE', 'SIGN_IN', 'read:user user:email'],
  ['PROFILE', 'WRITE', 'user user:follow'],
  ['CODE', 'WRITE_ALL', 'repo delete_repo workflow write:packages delete:packages codespace'],
  ['CODE', 'READ', 'read:packages read:project repo:status repo_deployment security_events'],
  ['CODE', 'LIMITED', 'public_repo gist notifications read:repo_hook read:public_key read:gpg_key read:ssh_signing_key'],
  ['CODE', 'WRITE', 'project repo:invite write:repo_hook write:discussion'],
  ['CODE', 'CONTROL', 'admin:repo_hook admin:org_hook admin:public_key admin:gpg_key admin:ssh_signing_key write:public_key'],
  ['DIRECTORY', 'CONTROL', 'admin:org admin:enterprise site_admin manage_runners:enterprise'],
  ['DIRECTORY', 'WRITE', 'write:org'],
  ['DIRECTORY', 'READ', 'read:org read:enterprise read:audit_log read:discussion'],
];
