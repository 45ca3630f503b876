import { MEMBERS, OPERATORS, defineActions } from '../kernel/permissions/actions.ts';

export const assetsActions = defineActions({
  'assets.read': {
    description: 'reading the inventory',
    audience: MEMBERS,
    covers: [
      'Query.assets',
      'Query.asset',
      'Asset',
      'AssetConnection',
      'AssetEdge',
      'PageInfo',
      'Finding',
      'Connection',
      'SourceObject',
      'User',
    ],
  },
  'assets.own': {
    description: 'naming owners of assets',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.assignOwner', 'OwnerAssigned', 'InputProblem', 'InputRefused'],
  },
});
