import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

export const demandErrors = defineErrors('gateway', {
  OPERATION_TOO_EXPENSIVE: {
    message: (d: { cost: number; maximum: number; field: string }) =>
      `The operation is estimated to cost ${d.cost}; you may ask for ${d.maximum} at once. Most of it is below \`${d.field}\`.`,
    todo: 'Ask for smaller pages, fewer lists inside lists, or send several operations.',
    retry: false,
    status: 400,
  },
  SLICING_ARGUMENT_REQUIRED: {
    message: (d: { field: string; names: string }) => `${d.field} needs exactly one of its arguments that say how many: ${d.names}.`,
    todo: 'Say once how many items you want.',
    retry: false,
    status: 400,
  },
});
