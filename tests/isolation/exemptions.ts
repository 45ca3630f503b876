/** `Type` or `Type.field` that is not probed, or that its owner cannot be made to see here, each with the reason why that is right. */
export const EXEMPT: Readonly<Record<string, string>> = {
  'Mutation.registerTenant': 'names nothing of anybody; tried in accounts.test.ts',
  'Mutation.logIn': 'by e-mail and password; that it does not tell which of them is wrong is tried in accounts.test.ts',
  'Mutation.logInWithLocalKey': 'by the key of the machine’s owner; tried in accounts.test.ts',
  'Mutation.logInWithLink': 'by a secret code; tried in accounts.test.ts',
  'Mutation.connectVendor': 'names nothing of anybody; tried in vendors/connect-vendor.test.ts',
  'Mutation.connectPostgres': 'names nothing of anybody: an address and a login of the caller’s own; tried in postgres.test.ts',
  Session: 'given only to whoever has just proved who they are; tried in accounts.test.ts',
  ServerFolder: 'the operator’s folders, no tenant’s; that the product’s own are not among them is tried in data-folder.test.ts',
  ServerEntry: 'as ServerFolder',
  'Viewer.actions': 'what a role may do, the same in every tenant; the test system has no printed table',
  'Run.estimatedFinishAt': 'a time, and only while work is under way; nothing of anybody can be in it',
  DashboardConflict: 'only for an older version of one’s own; tried in dashboards.test.ts',
  'MappingProposal.problem': 'only when publishing failed, which nothing here can make it do',
};
