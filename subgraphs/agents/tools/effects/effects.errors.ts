import { defineErrors } from '../../../kernel/errors/domain-error.ts';

export const effectErrors = defineErrors('agents', {
  EFFECT_NOT_FOUND: {
    message: () => 'There is no such effect.',
    todo: 'Check the id; effects are listed by `effects`.',
    retry: false,
    status: 404,
  },
  EFFECT_NOT_IN_DOUBT: {
    message: (d: { status: string }) => `Nothing is in doubt about this effect: it is ${d.status}.`,
    todo: 'Read it again; somebody else may have settled it.',
    retry: false,
    status: 409,
  },
});
