import { MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

export const qualityActions = {
  'quality.read': {
    description: 'reading data tests and control totals',
    audience: MEMBERS,
    covers: [
      'Query.dataTests', 'DataTest', 'DataTestConnection', 'DataTestEdge', 'EntityQuality', 'EntityType.quality',
      'Query.controlTotals', 'ControlTotal', 'ControlTotalConnection', 'ControlTotalEdge', 'ColumnTotal',
    ],
  },
  'quality.manage': {
    description: 'making, changing and running data tests',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.saveDataTest', 'DataTestSaved', 'Mutation.removeDataTest', 'Mutation.runDataTests'],
  },
} as const; // prettier-ignore
