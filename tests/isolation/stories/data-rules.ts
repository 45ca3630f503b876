import type { Story } from './story.ts';

const OF_THE_RESTRICTED = 'says what rules leave out, which is nothing for an owner; tried in tests/data-access';
const plain = (canary: string): string => canary.replaceAll(/[^A-Za-z0-9]/g, '');

/** Who sees which records and values: rules, masks, and what the owner is to them; none of them restricts the owner. */
export const dataRules: Story = {
  name: 'data-rules',
  async live({ canary, viewer, run }) {
    const audience = { roles: ['VIEWER'], groups: [`${canary} group`] };
    const saveRule = (input: object): Promise<unknown> =>
      run('mutation ($input: RowRuleInput!) { saveRowRule(input: $input) { __typename } }', { input: { ...input, audience } });
    const saveMask = (input: object): Promise<unknown> =>
      run('mutation ($input: ColumnMaskInput!) { saveColumnMask(input: $input) { __typename } }', { input: { ...input, audience } });
    await saveRule({ name: `${canary} rows`, entityType: 'Account', path: 'industry', values: [`${canary} industry`] });
    await saveRule({ name: `${canary} own`, entityType: `Not${plain(canary)}`, path: 'region', userAttribute: `${canary} region` });
    await saveMask({ name: `${canary} contacts`, sensitive: 'EMAIL', mode: 'PARTIAL' });
    await saveMask({ name: `${canary} secret`, entityType: 'Account', attribute: `x${plain(canary)}`, mode: 'HIDE' });
    await run('mutation ($input: UserAttributesInput!) { setUserAttributes(input: $input) { __typename } }', {
      input: { userId: viewer.userId, groups: [`${canary} owners`], attributes: [{ name: 'region', values: [`${canary} region`] }] },
    });
  },
  recipes: ({ viewer }, known) => {
    const rule = { name: 'Ours', entityType: 'Account', path: 'industry', values: ['Retail'], audience: { roles: ['VIEWER'] } };
    const mask = { name: 'Ours', sensitive: 'EMAIL', mode: 'HIDE', audience: { roles: ['VIEWER'] } };
    const owners = { roles: ['OWNER'] };
    return {
      'Query.dataAccessPreview.userId': [viewer.userId],
      'Query.dataAccessPreview.rowRule': [{ ...rule, audience: owners }],
      'Query.dataAccessPreview.columnMask': [{ ...mask, audience: owners }],
      'Mutation.saveRowRule.input': known.of('RowRule.id').map((id) => ({ ...rule, id })),
      'Mutation.saveColumnMask.input': known.of('ColumnMask.id').map((id) => ({ ...mask, id })),
      'Mutation.removeDataRule.id': [...known.of('RowRule.id'), ...known.of('ColumnMask.id')],
      'Mutation.setUserAttributes.input': [{ userId: viewer.userId, groups: ['ours'], attributes: [] }],
    };
  },
  exempt: {
    'Answer.limitedBy': OF_THE_RESTRICTED,
    'Attribute.mask': OF_THE_RESTRICTED,
    'CanonicalRecord.masked': OF_THE_RESTRICTED,
    'EntityType.limitedBy': OF_THE_RESTRICTED,
  },
};
