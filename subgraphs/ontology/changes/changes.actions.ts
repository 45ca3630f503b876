import { MEMBERS, defineActions } from '../../kernel/permissions/actions.ts';

export const changesActions = defineActions({
  'changes.read': {
    description: 'following changes of records',
    audience: MEMBERS,
    covers: [
      'Query.recordChanges',
      'Subscription.canonicalChanged',
      'RecordChange',
      'RecordChangeConnection',
      'RecordChangeEdge',
      'CanonicalChange',
    ],
  },
});
