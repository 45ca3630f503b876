import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

/** Who may see how syncs go in detail, and steer them. */
export const syncActions = defineActions({
  'syncs.read': {
    description: 'reading how syncs go and when they start by themselves',
    audience: MEMBERS,
    covers: ['SyncObject', 'SyncSchedule', 'Connection.schedule'],
  },
  'syncs.write': {
    description: 'pausing, resuming, cancelling and repeating syncs, and saying when they start by themselves',
    audience: OPERATORS,
    byAgents: true,
    covers: [
      'Mutation.pauseSync',
      'Mutation.resumeSync',
      'Mutation.cancelSync',
      'Mutation.backfillConnection',
      'Mutation.setSchedule',
      'ScheduleChanged',
    ],
  },
});
