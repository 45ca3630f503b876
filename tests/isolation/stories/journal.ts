import type { Story } from './story.ts';

const BY_LOOKING = 'grows by every request, also by those that look at it';

/** The journal, the trail of changes, feature flags, and the life of a tenant as a whole. */
export const journal: Story = {
  name: 'journal',
  async live({ canary, run, system }) {
    await run('mutation ($reason: String!) { setFeatureFlag(key: "webhooks", enabled: true, reason: $reason) { __typename } }', {
      reason: `${canary} has hooks`,
    });
    await run('mutation { freezeTenant(reason: "for a moment") { __typename } }');
    await run('mutation { unfreezeTenant { id } }');
    await run('mutation { exportTenant { __typename } }');
    await system.settled();
    await system.system.journal.settled();
  },
  recipes: ({ canary }, known) => ({
    'Query.journal.filter': [
      {},
      { userId: known.of('User.id')[0] },
      { requestId: known.of('JournalEntry.requestId')[0] },
      { touched: known.of('Connection.id')[0] },
      { operation: canary.slice(0, 5) },
      { failed: true },
    ],
    'Query.auditTrail.filter': [
      {},
      { userId: known.of('User.id')[0] },
      { subjectId: known.of('AuditEntry.subjectId')[0] },
      { requestId: known.of('AuditEntry.requestId')[0] },
    ],
    'Query.journal.after': known.of('JournalEntryEdge.cursor').slice(0, 2),
    'Query.auditTrail.after': known.of('AuditEntryEdge.cursor').slice(0, 2),
    'Query.verifyJournal.chain': ['REQUESTS', 'CHANGES'],
    'Query.verifyJournal.after': [0],
    'Query.verifyJournal.known': [null],
    'Mutation.setFeatureFlag.key': ['webhooks'],
    'Mutation.setFeatureFlag.enabled': [true],
    'Mutation.setFeatureFlag.reason': ['ours'],
  }),
  restless: {
    'Query.journal': BY_LOOKING,
    'Query.auditTrail': 'grows by every change, also by those of the product itself',
    'Query.verifyJournal': BY_LOOKING,
  },
  exempt: {
    BrokenEntry: 'nobody breaks a chain here; tried in verify.test.ts',
    'JournalVerification.broken': 'as BrokenEntry',
    'JournalVerification.next': 'a place in a chain of more than 20 000 entries; nobody has so many here',
    'Mutation.freezeTenant': 'names nothing of anybody: the caller’s own tenant; tried in lifecycle.test.ts',
    'Mutation.unfreezeTenant': 'as Mutation.freezeTenant',
    'Mutation.exportTenant': 'as Mutation.freezeTenant',
    'Mutation.closeTenant': 'as Mutation.freezeTenant',
    TenantClosing: 'given to whoever closes their own tenant; tried in lifecycle.test.ts',
    'Query.closureProof': 'by a secret that was shown once; tried in lifecycle.test.ts',
    ClosureProof: 'as Query.closureProof',
    ClosureCount: 'as Query.closureProof',
    ClosureCheck: 'as Query.closureProof',
    'Tenant.frozenAt': 'null while it is not frozen, and a frozen one could not be probed; tried in lifecycle.test.ts',
    'Tenant.frozenReason': 'as Tenant.frozenAt',
  },
};
