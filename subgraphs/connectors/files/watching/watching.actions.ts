import { OPERATORS, defineActions } from '../../../kernel/permissions/actions.ts';

export const watchingActions = defineActions({
  'connections.watch': {
    description: 'watching connected folders',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.setWatching', 'WatchingSet'],
  },
});
