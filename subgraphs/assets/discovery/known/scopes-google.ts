import type { ScopeTable } from './scope-level.ts';

/**
 * Google's scopes, without `https://www.googleapis.com/auth/`. Those that Google calls restricted (support.google.com/cloud/answer/13464325) reach
 * everything of their kind; others by their descriptions (developers.google.com/identity/protocols/oauth2/scopes).
 */
export const GOOGLE_SCOPES: ScopeTable = [
  ['PROFILE', 'SIGN_IN', 'openid email profile userinfo.email userinfo.profile'],
  ['MAIL', 'WRITE_ALL', 'https://mail.google.com/ gmail.modify gmail.settings.basic'],
  ['MAIL', 'CONTROL', 'gmail.settings.sharing'],
  ['MAIL', 'READ_ALL', 'gmail.readonly'],
  ['MAIL', 'READ', 'gmail.metadata'],
  ['MAIL', 'WRITE', 'gmail.send gmail.compose gmail.insert gmail.labels'],
  ['MAIL', 'LIMITED', 'gmail.addons.current.message.action gmail.addons.current.action.compose'],
  ['FILES', 'WRITE_ALL', 'drive drive.scripts documents spreadsheets presentations'],
  ['FILES', 'READ_ALL', 'drive.readonly drive.meet.readonly documents.readonly spreadsheets.readonly presentations.readonly'],
  ['FILES', 'READ', 'drive.metadata drive.metadata.readonly drive.activity drive.activity.readonly'],
  ['FILES', 'LIMITED', 'drive.file drive.appdata drive.appfolder drive.install'],
  ['CALENDAR', 'WRITE', 'calendar calendar.events'],
  ['CALENDAR', 'READ', 'calendar.readonly calendar.events.readonly calendar.freebusy'],
  ['CONTACTS', 'WRITE', 'contacts'],
  ['CONTACTS', 'READ', 'contacts.readonly contacts.other.readonly directory.readonly'],
  ['CHAT', 'WRITE_ALL', 'chat.messages chat.import'],
  ['CHAT', 'READ_ALL', 'chat.messages.readonly'],
  ['CHAT', 'WRITE', 'chat.messages.create chat.spaces'],
  [
    'DIRECTORY',
    'CONTROL',
    'admin.directory.user admin.directory.user.security admin.directory.rolemanagement admin.directory.domain admin.datatransfer',
  ],
  ['DIRECTORY', 'WRITE_ALL', 'admin.directory.group admin.directory.group.member admin.directory.orgunit apps.groups.settings'],
  [
    'DIRECTORY',
    'READ_ALL',
    'admin.directory.user.readonly admin.directory.group.readonly admin.reports.audit.readonly admin.reports.usage.readonly',
  ],
  ['DEVICES', 'WRITE_ALL', 'admin.directory.device.mobile admin.directory.device.chromeos'],
  ['CLOUD', 'CONTROL', 'cloud-platform iam'],
  ['CLOUD', 'READ_ALL', 'cloud-platform.read-only bigquery.readonly devstorage.read_only'],
  ['CLOUD', 'WRITE_ALL', 'bigquery devstorage.full_control devstorage.read_write sqlservice.admin'],
  ['FILES', 'READ_ALL', 'ediscovery.readonly'],
  ['FILES', 'CONTROL', 'ediscovery'],
  ['CODE', 'WRITE_ALL', 'script.projects script.deployments'],
  ['OTHER', 'WRITE', 'script.external_request script.send_mail forms.body tasks'],
];
