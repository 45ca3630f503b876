import { defineActions } from '../../kernel/permissions/actions.ts';

/** Who may have the language model write something that is no question about data. */
export const promptActions = defineActions({
  'models.complete': {
    description: 'having the language model write something',
    audience: ['OWNER', 'ADMIN'],
    byAgents: true,
    covers: ['Mutation.completePrompt', 'PromptCompleted', 'PromptNotCompleted', 'InputRefused', 'InputProblem'],
  },
});
