/** Mutations that change nothing of a tenant, each with why. */
export const EXEMPT: Readonly<Record<string, string>> = {
  observeConnection: 'what it finds is noted as drifts and repairs; a look that finds nothing changes nothing',
  markNotificationsRead: 'what somebody has looked at in their own inbox',
  testSource: 'opens a source and keeps nothing',
  testModelProvider: 'asks a language model something and keeps nothing',
  requestPasswordReset: 'says the same whether there is such a person; what it makes is audited in the tenant of whom there is',
};

const STORY = 'needs another system, a code, or something that happens later; what units of work write is audited: tests/audit.test.ts';

/** Mutations that the story of a tenant does not come to, each with why. */
export const UNTRIED: Readonly<Record<string, string>> = {
  cancelErasure: STORY,
  pauseRun: 'noted as it is done, in agents/run/run-change.service.ts; tried in agents/workflows/control.test.ts',
  retireWorkflow: 'a row of the database, which are audited as all are; tried in agents/workflows/catalogue.test.ts',
  askMcpServer: 'what saveMcpServer does when it has saved; tried in tests/mcp.test.ts',
  removeMcpServer: 'a row of the database, which are audited as all are; done by the isolation suite',
  removeToolHost: 'a row of the database, which are audited as all are; tried in tests/agent-tools.test.ts',
  cancelRun: 'noted where runs are changed, in kernel/runs/durable-runs.ts; needs a run under way',
  cancelScan: 'as cancelRun; tried in assets/scan/scan.test.ts',
  cancelMappingJob: 'as cancelRun; tried in ontology/jobs/mapping-job.test.ts',
  cancelSync: 'as pauseSync',
  changeConnectionPassword: STORY,
  changeNotificationChannel: STORY,
  changeServiceAccount: STORY,
  completeSecondFactor: STORY,
  confirmErasure: STORY,
  connectPostgres: STORY,
  connectVendor: STORY,
  exportPerson: STORY,
  logInWithLocalKey: STORY,
  logOutEverywhere: STORY,
  pauseSync: 'changes rows of a sync that runs, which are audited as all are; tried in connectors/syncs/sync-control.test.ts',
  recordConsent: STORY,
  removeNotificationChannel: STORY,
  removeSecondFactor: STORY,
  removeServiceAccount: STORY,
  requestErasure: STORY,
  resumeSync: 'as pauseSync',
  resetPassword: STORY,
  requeueJob: 'as cancelRun',
  requeueJobs: 'as cancelRun',
  resumeMappingJob: 'as cancelRun',
  resumeRun: 'as cancelRun',
  retryDelivery: STORY,
  revokeSession: STORY,
  withdrawConsent: STORY,
};
