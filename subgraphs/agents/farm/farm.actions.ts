import { defineActions, MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

export const farmActions = defineActions({
  'farm.read': {
    description: 'reading stress tests of agents',
    audience: MEMBERS,
    covers: ['Query.farmRuns', 'Query.farmRun', 'FarmRun', 'FarmRunConnection', 'FarmRunEdge', 'PageInfo', 'User', 'Run'],
  },
  'farm.run': {
    description: 'stress-testing agents',
    audience: OPERATORS,
    covers: ['Mutation.runFarm', 'FarmStarted', 'InputRefused', 'InputProblem'],
  },
});
