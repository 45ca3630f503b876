import type { ScopeTable } from './scope-level.ts';

/**
 * Permissions of Microsoft Graph and Exchange (learn.microsoft.com/graph/permissions-reference). Those by which an application can give itself or others
 * more are control: that page warns of them by name, and CISA's ScubaGear keeps a list of such risky permissions.
 */
export const MICROSOFT_SCOPES: ScopeTable = [
  ['PROFILE', 'SIGN_IN', 'openid email profile offline_access User.Read'],
  [
    'MAIL',
    'WRITE_ALL',
    'Mail.ReadWrite Mail.ReadWrite.Shared MailboxSettings.ReadWrite full_access_as_app EWS.AccessAsUser.All IMAP.AccessAsUser.All POP.AccessAsUser.All',
  ],
  ['MAIL', 'READ_ALL', 'Mail.Read Mail.Read.Shared'],
  ['MAIL', 'READ', 'Mail.ReadBasic Mail.ReadBasic.All MailboxSettings.Read'],
  ['MAIL', 'WRITE', 'Mail.Send Mail.Send.Shared SMTP.Send'],
  ['FILES', 'CONTROL', 'Sites.FullControl.All'],
  ['FILES', 'WRITE_ALL', 'Files.ReadWrite Files.ReadWrite.All Sites.ReadWrite.All Sites.Manage.All Notes.ReadWrite.All'],
  ['FILES', 'READ_ALL', 'Files.Read Files.Read.All Sites.Read.All Notes.Read.All'],
  ['FILES', 'LIMITED', 'Files.ReadWrite.AppFolder Files.Read.Selected Files.ReadWrite.Selected Sites.Selected'],
  ['CALENDAR', 'WRITE', 'Calendars.ReadWrite Calendars.ReadWrite.Shared'],
  ['CALENDAR', 'READ', 'Calendars.Read Calendars.Read.Shared Calendars.ReadBasic'],
  ['CONTACTS', 'WRITE', 'Contacts.ReadWrite'],
  ['CONTACTS', 'READ', 'Contacts.Read People.Read People.Read.All'],
  ['CHAT', 'WRITE_ALL', 'Chat.ReadWrite Chat.ReadWrite.All ChannelMessage.ReadWrite'],
  ['CHAT', 'READ_ALL', 'Chat.Read Chat.Read.All ChannelMessage.Read.All OnlineMeetingTranscript.Read.All CallRecords.Read.All'],
  ['CHAT', 'WRITE', 'ChannelMessage.Send ChatMessage.Send'],
  [
    'DIRECTORY',
    'CONTROL',
    'Directory.AccessAsUser.All RoleManagement.ReadWrite.Directory RoleManagement.ReadWrite.Exchange AppRoleAssignment.ReadWrite.All Application.ReadWrite.All DelegatedPermissionGrant.ReadWrite.All PrivilegedAccess.ReadWrite.AzureAD PrivilegedAccess.ReadWrite.AzureADGroup UserAuthenticationMethod.ReadWrite.All Policy.ReadWrite.ConditionalAccess Domain.ReadWrite.All',
  ],
  ['DIRECTORY', 'CONTROL', 'Directory.ReadWrite.All User.ReadWrite.All GroupMember.ReadWrite.All Group.ReadWrite.All'],
  [
    'DIRECTORY',
    'READ_ALL',
    'Directory.Read.All User.Read.All Group.Read.All GroupMember.Read.All User.Export.All AuditLog.Read.All RoleManagement.Read.Directory Application.Read.All',
  ],
  ['DIRECTORY', 'WRITE', 'Application.ReadWrite.OwnedBy User.Invite.All User.ReadWrite'],
  ['DIRECTORY', 'READ', 'User.ReadBasic.All Organization.Read.All Reports.Read.All'],
  [
    'DEVICES',
    'CONTROL',
    'DeviceManagementConfiguration.ReadWrite.All DeviceManagementManagedDevices.PrivilegedOperations.All DeviceManagementRBAC.ReadWrite.All',
  ],
  ['DEVICES', 'WRITE_ALL', 'DeviceManagementManagedDevices.ReadWrite.All DeviceManagementApps.ReadWrite.All Device.ReadWrite.All'],
  ['DEVICES', 'READ', 'DeviceManagementManagedDevices.Read.All Device.Read.All'],
  ['CLOUD', 'CONTROL', 'user_impersonation https://management.azure.com/user_impersonation'],
  ['OTHER', 'READ', 'Tasks.Read Team.ReadBasic.All Channel.ReadBasic.All'],
  ['OTHER', 'WRITE', 'Tasks.ReadWrite TeamsActivity.Send'],
];
