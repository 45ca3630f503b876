import type { Story } from './story.ts';

/** Who sees which records and values: a rule, a mask, and what the owner is to them; none of them restricts the owner. */
export const dataRules: Story = {
  name: 'data-rules',
  async live({ canary, viewer, run }) {
    const audience = { roles: ['VIEWER'], groups: [`${canary} group`] };
    await run('mutation ($input: RowRuleInput!) { saveRowRule(input: $input) { __typename } }', {
      input: { name: `${canary} rows`, entityType: 'Account', path: 'industry', values: [`${canary} industry`], audience },
    });
    await run('mutation ($input: RowRuleInput!) { saveRowRule(input: $input) { __typename } }', {
      input: {
        name: `${canary} regions`,
        entityType: `Not${canary.replaceAll(/[^A-Za-z0-9]/g, '')}`,
        path: 'region',
        userAttribute: `${canary} region`,
        audience,
      },
    });
    await run('mutation ($input: ColumnMaskInput!) { saveColumnMask(input: $input) { __typename } }', {
      input: { name: `${canary} contacts`, sensitive: 'EMAIL', mode: 'PARTIAL', audience },
    });
    await run('mutation ($input: UserAttributesInput!) { setUserAttributes(input: $input) { __typename } }', {
      input: {
        userId: viewer.userId,
        groups: [`${canary} group of owners`],
        attributes: [{ name: 'region', values: [`${canary} region`] }],
      },
    });
  },
  recipes: ({ viewer }) => ({
    'Query.dataAccessPreview.userId': [viewer.userId],
    'UserAttributesInput.userId': [viewer.userId],
  }),
};
