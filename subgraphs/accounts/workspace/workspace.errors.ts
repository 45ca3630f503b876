import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const workspaceErrors = defineErrors('accounts', {
  WORKSPACE_NOT_FOUND: {
    message: () => 'There is no such workspace of yours.',
    todo: 'Choose one of `workspaces`.',
    retry: false,
    status: 404,
  },
  NO_DEMO_WORKSPACE: {
    message: () => 'The demo company is not here.',
    todo: 'Load it with `npx autonomos demo load`, or with createDemoWorkspace.',
    retry: false,
    status: 404,
  },
  WORKSPACE_BUSY: {
    message: () => 'The workspace is still being written to.',
    todo: 'Try again in a moment; what was removed stays removed.',
    retry: true,
    status: 503,
  },
  DEMO_ROLE: {
    message: () => 'Only owners and administrators make and remove the demo company.',
    todo: 'Ask one of them.',
    retry: false,
    status: 403,
  },
});
