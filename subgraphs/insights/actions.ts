import { defineActions, MEMBERS, OPERATORS } from '../kernel/permissions/actions.ts';
import { metricActions } from './metrics/metric.actions.ts';
import { settingsActions } from './settings/settings.actions.ts';

import { PLAN_TYPES, queryActions } from './query/query.actions.ts';

export const insightsActions = defineActions({
  ...queryActions,
  ...metricActions,
  ...settingsActions,
  'questions.ask': {
    description: 'asking questions',
    audience: MEMBERS,
    covers: [
      'Query.ask',
      'Query.answer',
      'Query.suggest',
      'Query.sampleQuestions',
      ...PLAN_TYPES,
      'Answer',
      'Declined',
      'Clarification',
      'ClarificationChoice',
      'Verdict',
      'Delta',
      'Trend',
      'ResultColumn',
      'SeriesPoint',
      'BreakdownItem',
      'Confidence',
      'ConfidenceReason',
      'Token',
      'LineageEntry',
      'Connection',
      'SourceObject',
      'Galaxy',
      'GalaxyNode',
      'GalaxyEdge',
      'Suggestion',
    ],
  },
  'dashboards.read': {
    description: 'reading dashboards',
    audience: MEMBERS,
    covers: [
      'Query.generateDashboard',
      'Query.dashboard',
      'Query.dashboards',
      'Dashboard',
      'DashboardConnection',
      'DashboardEdge',
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
    covers: ['Mutation.saveDashboard', 'Mutation.deleteDashboard', 'DashboardSaved', 'DashboardConflict', 'DashboardDeleted'],
  },
});
