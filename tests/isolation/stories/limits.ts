import type { Story } from './story.ts';

const BY_USE = 'counts what is used, also by those that look at it';

/** Plans, limits and what was used of them. */
export const limits: Story = {
  name: 'limits',
  async live({ viewer: { tenantId }, system }) {
    const { usage } = system.system;
    usage.count(tenantId, 'REQUESTS', 7);
    usage.count(tenantId, 'TOKENS', 70);
    await usage.flush();
  },
  recipes: () => ({ 'Query.usage.days': [1, 30] }),
  restless: {
    'Quota.used': BY_USE,
    'Quota.remaining': BY_USE,
    'Quota.resetsAt': 'moves on with the day',
    'RateLimit.remaining': BY_USE,
    'RateLimit.fullAt': 'is this moment while the bucket is full',
    'Query.usage': BY_USE,
  },
};
