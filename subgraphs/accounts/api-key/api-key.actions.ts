import { MEMBERS, defineActions } from '../../kernel/permissions/actions.ts';
import type { Role } from '../../kernel/viewer/viewer.ts';

/** Whoever can be there in person: a program makes no keys. */
const PEOPLE: readonly Role[] = MEMBERS.filter((role) => role !== 'AGENT');

export const apiKeyActions = defineActions({
  'keys.read': {
    description: 'reading API keys',
    audience: MEMBERS,
    covers: ['Query.apiKeys', 'Query.scopes', 'Scope', 'ApiKey', 'ApiKeyConnection', 'ApiKeyEdge'],
  },
  'keys.write': {
    description: 'making or rotating API keys',
    audience: PEOPLE,
    inPerson: true,
    covers: ['Mutation.createApiKey', 'Mutation.rotateApiKey', 'ApiKeyMade'],
  },
  'keys.revoke': {
    description: 'revoking API keys',
    audience: PEOPLE,
    inPerson: true,
    byAgents: true,
    covers: ['Mutation.revokeApiKey'],
  },
  'services.read': {
    description: 'reading service accounts',
    audience: ['OWNER', 'ADMIN'],
    covers: ['Query.serviceAccounts', 'ServiceAccount', 'ServiceAccountConnection', 'ServiceAccountEdge'],
  },
  'services.write': {
    description: 'making, changing or removing service accounts',
    audience: ['OWNER', 'ADMIN'],
    inPerson: true,
    covers: ['Mutation.createServiceAccount', 'Mutation.changeServiceAccount', 'Mutation.removeServiceAccount', 'ServiceAccountSaved'],
  },
});
