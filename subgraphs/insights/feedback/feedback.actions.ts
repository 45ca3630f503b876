import { defineActions, MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

/** Who may say what they think of answers, and who may undo it. */
export const feedbackActions = defineActions({
  'answers.rate': {
    description: 'saying whether answers are what was meant',
    audience: MEMBERS,
    covers: [
      'Mutation.rateAnswer',
      'AnswerRated',
      'Query.answerFeedback',
      'AnswerFeedback',
      'AnswerFeedbackConnection',
      'AnswerFeedbackEdge',
      'LearntLink',
      'User',
      'PageInfo',
      'InputProblem',
      'InputRefused',
    ],
  },
  'answers.undoFeedback': {
    description: 'undoing what was said of answers',
    audience: OPERATORS,
    covers: ['Mutation.undoFeedback', 'FeedbackUndone', 'InputProblem', 'InputRefused'],
  },
});
