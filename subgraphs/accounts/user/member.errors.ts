import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const memberErrors = defineErrors('accounts', {
  MEMBER_NOT_FOUND: {
    message: () => 'There is no such person in this tenant.',
    todo: 'Choose one of `tenant.members`.',
    retry: false,
    status: 404,
  },
  DEMO_HAS_NO_PEOPLE: {
    message: () => 'Nobody belongs to the demo company: whoever belongs to your own workspace may enter it.',
    todo: 'Switch to your own workspace and do it there.',
    retry: false,
    status: 409,
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
