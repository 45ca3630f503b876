import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why an operation cannot be kept, or not be removed. */
export const savedOperationErrors = defineErrors('insights', {
  SAVED_OPERATION_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the field that is named, and save again.',
    retry: false,
    status: 400,
  },
  SAVED_OPERATION_NAME_TAKEN: {
    message: (d: { name: string }) => `There is an operation called “${d.name}” already.`,
    todo: 'Give it another name, or save over the one that has it.',
    retry: false,
    status: 409,
  },
  SAVED_OPERATION_UNKNOWN: {
    message: () => 'There is no such operation that you may change.',
    todo: 'Read the list of saved operations again; what others keep for themselves is theirs alone.',
    retry: false,
    status: 404,
  },
  SAVED_OPERATION_NOT_SHARED: {
    message: () => 'Your role keeps operations for yourself only.',
    todo: 'Save it for yourself, or ask an operator of your company to share it.',
    retry: false,
    status: 403,
  },
  TOO_MANY_SAVED_OPERATIONS: {
    message: (d: { max: number }) => `You keep ${d.max} operations already; that is the most there can be.`,
    todo: 'Remove one that is no longer needed.',
    retry: false,
    status: 409,
  },
});
