import { defineErrors } from '../errors/domain-error.ts';

export const flagErrors = defineErrors('kernel', {
  FEATURE_OFF: {
    message: (d: { feature: string }) => `\`${d.feature}\` is switched off in this workspace.`,
    todo: 'Ask an owner or admin to switch it on under Settings.',
    retry: false,
    status: 403,
  },
});
