import { MEMBERS, defineActions } from '../../kernel/permissions/actions.ts';

export const featureFlagActions = defineActions({
  'flags.read': { description: 'reading feature flags', audience: MEMBERS, covers: ['Query.featureFlags', 'FeatureFlag'] },
  'flags.write': { description: 'switching features', audience: ['OWNER', 'ADMIN'], covers: ['Mutation.setFeatureFlag'] },
});
