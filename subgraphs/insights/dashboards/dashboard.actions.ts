import { defineActions, MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

/** Who may read dashboards, and who may change them. */
export const dashboardActions = defineActions({
  'dashboards.read': {
    description: 'reading dashboards',
    audience: MEMBERS,
    covers: [
      'Query.generateDashboard',
      'Query.refineDashboard',
      'Query.dashboard',
      'Query.dashboards',
      'Dashboard',
      'DashboardConnection',
      'DashboardEdge',
      'RefinedDashboard',
      'WidgetChange',
      'DashboardConflict',
      'Widget',
      'WidgetLayout',
      'WidgetOperation',
      'User',
      'InputProblem',
      'InputRefused',
    ],
  },
  'dashboards.write': {
    description: 'saving and deleting dashboards',
    audience: OPERATORS,
    covers: ['Mutation.saveDashboard', 'Mutation.deleteDashboard', 'DashboardSaved', 'DashboardDeleted'],
  },
});
