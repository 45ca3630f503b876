import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const quarantineErrors = defineErrors('connectors', {
  OBJECT_NOT_FOUND: {
    message: () => 'There is no such source object.',
    todo: 'Check the id; its connection may have been removed.',
    retry: false,
    status: 404,
  },
});
