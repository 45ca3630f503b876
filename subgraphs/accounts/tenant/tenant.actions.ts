import { defineActions } from '../../kernel/permissions/actions.ts';

export const tenantActions = defineActions({
  'tenant.configure': {
    description: 'changing what holds for the whole workspace',
    audience: ['OWNER', 'ADMIN'],
    covers: ['Mutation.setTenantTimeZone'],
  },
});
