import { defineActions, MEMBERS } from '../../kernel/permissions/actions.ts';

/** Everybody keeps operations; to share one with the company takes a role that changes what is the company's. */
export const savedOperationActions = defineActions({
  'operations.read': {
    description: 'reading saved operations',
    audience: MEMBERS,
    covers: ['Query.savedOperations', 'SavedOperation', 'SavedOperationConnection', 'SavedOperationEdge', 'User', 'PageInfo'],
  },
  'operations.save': {
    description: 'saving and removing operations',
    audience: MEMBERS,
    covers: [
      'Mutation.saveOperation',
      'OperationSaved',
      'Mutation.removeOperation',
      'OperationRemoved',
      'SavedOperation',
      'User',
      'InputProblem',
      'InputRefused',
    ],
  },
});
