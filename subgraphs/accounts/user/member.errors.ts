import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const memberErrors = defineErrors('accounts', {
  MEMBER_NOT_FOUND: {
    message: () => 'There is no such person in this tenant.',
    todo: 'Choose one of `tenant.members`.',
    retry: false,
    status: 404,
  },
  ROLE_ABOVE_OWN: {
    message: () => 'Nobody gives, changes or takes a role above their own.',
    todo: 'Ask somebody with that role.',
    retry: false,
    status: 403,
  },
  ROLE_NOT_FOR_PEOPLE: {
    message: () => 'Agents are programs; people have another role, and programs keep this one.',
    todo: 'Choose another role, or manage the program as a service account.',
    retry: false,
    status: 400,
  },
  LAST_OWNER: {
    message: () => 'A tenant has at least one owner.',
    todo: 'Make somebody else an owner first, or close the tenant.',
    retry: false,
    status: 409,
  },
});
