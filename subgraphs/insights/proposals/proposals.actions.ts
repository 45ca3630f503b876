import { defineActions, MEMBERS } from '../../kernel/permissions/actions.ts';

/** Who may read and set which language model is asked. */
export const proposalActions = defineActions({
  'models.read': {
    description: 'reading which language model is asked',
    audience: MEMBERS,
    covers: ['Query.modelProvider', 'ModelProvider', 'ModelOpinion'],
  },
  'models.write': {
    description: 'setting which language model is asked',
    audience: ['OWNER', 'ADMIN'],
    covers: [
      'Mutation.setModelProvider',
      'Mutation.removeModelProvider',
      'Mutation.testModelProvider',
      'ModelProviderSet',
      'ModelProviderRemoved',
      'ModelProviderTest',
      'InputRefused',
      'InputProblem',
    ],
  },
});
