import type { Story } from './story.ts';

const MADE = '... on ApiKeyMade { secret key { id } } ... on InputRefused { problems { message } }';

/** Service accounts and their keys. */
export const keys: Story = {
  name: 'keys',
  async live({ canary, run, notes }) {
    const { createServiceAccount: made } = await run<{ createServiceAccount: { account: { id: string } } }>(
      'mutation ($input: CreateServiceAccountInput!) { createServiceAccount(input: $input) { ... on ServiceAccountSaved { account { id } } } }',
      { input: { name: `${canary} robot`, role: 'AGENT' } },
    );
    const makeKey = (input: object) =>
      run<{ createApiKey: { secret: string; key: { id: string } } }>(
        `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ${MADE} } }`,
        {
          input,
        },
      );
    await makeKey({ name: `${canary} key`, expiresInDays: 30, scopes: ['tenant.members'] });
    const { createApiKey: old } = await makeKey({ name: `${canary} robot's key`, serviceAccountId: made.account.id });
    await run(`mutation ($id: ID!) { rotateApiKey(id: $id) { ${MADE} } }`, { id: old.key.id });
    const { createApiKey: gone } = await makeKey({ name: `${canary} revoked key` });
    await run('mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: gone.key.id });
    notes.set('refused: a revoked key', gone.secret);
  },
  recipes: (_who, known) => ({
    'Query.apiKeys.accountId': known.of('ServiceAccount.id'),
    'CreateApiKeyInput.serviceAccountId': known.of('ServiceAccount.id'),
    'CreateApiKeyInput.name': ['a key'],
    'CreateApiKeyInput.scopes': [['tenant.members']],
    'CreateApiKeyInput.expiresInDays': [7],
    'Mutation.rotateApiKey.id': known.of('ApiKey.id'),
    'Mutation.rotateApiKey.overlapHours': [24],
    'Mutation.revokeApiKey.id': known.of('ApiKey.id'),
    'ChangeServiceAccountInput.id': known.of('ServiceAccount.id'),
    'ChangeServiceAccountInput.name': ['another name'],
    'ChangeServiceAccountInput.role': ['VIEWER'],
    'CreateServiceAccountInput.name': ['a robot'],
    'Mutation.removeServiceAccount.id': known.of('ServiceAccount.id'),
  }),
  exempt: {
    Scope: 'the actions there are, the same for every tenant; which of them a role allows is tried in api-key.test.ts',
    'ApiKey.lastUsedAt': 'of keys that are used; tried in api-key.test.ts',
    'ApiKey.lastUsedFrom': 'of keys that are used; tried in api-key.test.ts',
  },
};
