import { EVERYONE, MEMBERS, defineActions } from '../../kernel/permissions/actions.ts';

export const lifecycleActions = defineActions({
  'tenant.freeze': {
    description: 'freezing or thawing the workspace',
    audience: ['OWNER', 'ADMIN'],
    inPerson: true,
    whileFrozen: true,
    covers: ['Mutation.freezeTenant', 'Mutation.unfreezeTenant'],
  },
  'tenant.export': {
    description: 'taking everything out of the workspace',
    audience: ['OWNER', 'ADMIN'],
    inPerson: true,
    whileFrozen: true,
    covers: ['Mutation.exportTenant', 'Query.tenantExports', 'TenantExport'],
  },
  'tenant.close': {
    description: 'closing the workspace',
    audience: ['OWNER'],
    inPerson: true,
    whileFrozen: true,
    covers: ['Mutation.closeTenant', 'TenantClosing'],
  },
  'tenant.status': {
    description: 'reading how the workspace stands',
    audience: MEMBERS,
    covers: ['Tenant.frozenAt', 'Tenant.frozenReason'],
  },
  // Whoever asks has no workspace any more; the receipt is what they hold.
  'tenant.proof': {
    description: 'reading the proof of a closure',
    audience: EVERYONE,
    covers: ['Query.closureProof', 'ClosureProof', 'ClosureCount', 'ClosureCheck'],
  },
});
