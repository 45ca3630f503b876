import { defineErrors } from '../../../kernel/errors/domain-error.ts';

export const ticketErrors = defineErrors('agents', {
  TICKET_NOT_FOUND: {
    message: () => 'There is no such ticket.',
    todo: 'Check the id; tickets are listed by `tickets`.',
    retry: false,
    status: 404,
  },
});
