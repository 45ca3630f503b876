import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const lifecycleErrors = defineErrors('accounts', {
  REASON_INVALID: {
    message: (d: { maximum: number }) => `A reason has 1 to ${d.maximum} characters.`,
    todo: 'Say in a sentence why; everybody in the workspace reads it.',
    retry: false,
    status: 400,
  },
  CONFIRMATION_WRONG: {
    message: () => 'This is not the name of the workspace.',
    todo: 'Type the name of the workspace exactly as it is shown.',
    retry: false,
    status: 400,
  },
  EXPORT_MISSING: {
    message: () => 'There is no export of this workspace that could still be downloaded.',
    todo: 'Make one with exportTenant and download it, or close without one on purpose.',
    retry: false,
    status: 409,
  },
  EXPORT_UNDER_WAY: {
    message: () => 'An export of this workspace is being made.',
    todo: 'Wait until it is finished.',
    retry: false,
    status: 409,
  },
  EXPORT_NOT_FOUND: {
    message: () => 'There is no such export, it is not finished, or it has expired.',
    todo: 'Choose one of `tenantExports` that is ready, or make a new one.',
    retry: false,
    status: 404,
  },
  DEMO_NOT_CLOSED: {
    message: () => 'The demo company is not closed but deleted.',
    todo: 'Use deleteDemoWorkspace.',
    retry: false,
    status: 409,
  },
});
