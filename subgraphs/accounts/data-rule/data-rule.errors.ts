import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const dataRuleErrors = defineErrors('accounts', {
  DATA_RULE_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct it and save again.',
    retry: false,
    status: 400,
  },
  DATA_RULE_NOT_FOUND: {
    message: () => 'There is no such rule.',
    todo: 'Read the list of rules again: somebody may have removed it.',
    retry: false,
    status: 404,
  },
  DATA_RULE_RESTRICTS_YOU: {
    message: () => 'What restricts you is not yours to change.',
    todo: 'Ask an owner to change it.',
    retry: false,
    status: 403,
  },
  TOO_MANY_DATA_RULES: {
    message: (d: { max: number }) => `A tenant has at most ${d.max} row rules and as many masks.`,
    todo: 'Remove rules that are no longer needed, or say several of them in one.',
    retry: false,
    status: 409,
  },
  MEMBER_NOT_FOUND: {
    message: () => 'Nobody of this id belongs to the tenant.',
    todo: 'Take the id from the list of members.',
    retry: false,
    status: 404,
  },
});
