import { MEMBERS, defineActions } from '../../kernel/permissions/actions.ts';

export const lineageActions = defineActions({
  'lineage.read': {
    description: 'following numbers to their sources',
    audience: MEMBERS,
    covers: ['Query.lineage', 'Lineage', 'LineageNode', 'LineageEdge', 'Metric'],
  },
});
