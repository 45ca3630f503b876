import { defineActions, MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

/** Who may read what people stand for, and who may stand for an answer. */
export const verifiedActions = defineActions({
  'answers.readVerified': {
    description: 'reading verified answers',
    audience: MEMBERS,
    covers: ['Query.verifiedAnswers', 'VerifiedAnswer', 'VerifiedAnswerConnection', 'VerifiedAnswerEdge', 'User', 'PageInfo'],
  },
  'answers.verify': {
    description: 'standing for answers, and taking that back',
    audience: OPERATORS,
    covers: [
      'Mutation.verifyAnswer',
      'AnswerVerified',
      'Mutation.removeVerifiedAnswer',
      'VerificationRemoved',
      'VerifiedAnswer',
      'User',
      'InputProblem',
      'InputRefused',
    ],
  },
});
