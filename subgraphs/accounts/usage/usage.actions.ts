import { MEMBERS, defineActions } from '../../kernel/permissions/actions.ts';

export const usageActions = defineActions({
  'limits.read': {
    description: 'reading limits and usage',
    audience: MEMBERS,
    covers: ['Query.limits', 'Query.usage', 'Limits', 'RateLimit', 'Quota', 'UsageDay'],
  },
});
