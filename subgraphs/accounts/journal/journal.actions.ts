import { defineActions } from '../../kernel/permissions/actions.ts';

export const journalActions = defineActions({
  'journal.read': {
    description: 'reading the journal',
    audience: ['OWNER', 'ADMIN'],
    covers: [
      'Query.journal',
      'Query.auditTrail',
      'Query.verifyJournal',
      'JournalEntry',
      'JournalEntryConnection',
      'JournalEntryEdge',
      'AuditEntry',
      'AuditEntryConnection',
      'AuditEntryEdge',
      'JournalVerification',
      'BrokenEntry',
      'JournalHead',
    ],
  },
});
