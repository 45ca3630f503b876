import { defineActions, MEMBERS } from '../kernel/permissions/actions.ts';
import { analysisActions } from './analysis/analysis.actions.ts';
import { feedbackActions } from './feedback/feedback.actions.ts';
import { verifiedActions } from './verified/verified.actions.ts';
import { watchActions } from './watch/watch.actions.ts';
import { metricActions } from './metrics/metric.actions.ts';
import { savedOperationActions } from './operations/saved-operation.actions.ts';
import { settingsActions } from './settings/settings.actions.ts';

import { promptActions } from './prompts/prompt.actions.ts';
import { proposalActions } from './proposals/proposals.actions.ts';
import { PLAN_TYPES, queryActions } from './query/query.actions.ts';

import { dashboardActions } from './dashboards/dashboard.actions.ts';

export const insightsActions = defineActions({
  ...queryActions,
  ...proposalActions,
  ...promptActions,
  ...metricActions,
  ...analysisActions,
  ...verifiedActions,
  ...feedbackActions,
  ...watchActions,
  ...settingsActions,
  ...savedOperationActions,
  'questions.ask': {
    description: 'asking questions',
    audience: MEMBERS,
    covers: [
      'Query.ask',
      'Query.answer',
      'Query.suggest',
      'Query.sampleQuestions',
      'Query.personaHome',
      'Query.askProgress',
      'AskProgress',
      'AskStep',
      'PersonaHome',
      'KeyQuestion',
      'Headline',
      ...PLAN_TYPES,
      'ModelOpinion',
      'Answer',
      'Declined',
      'Clarification',
      'ClarificationChoice',
      'Verdict',
      'Delta',
      'Trend',
      'ResultColumn',
      'ChartEncoding',
      'SeriesPoint',
      'BreakdownItem',
      'Confidence',
      'ConfidenceReason',
      'ConfidenceSignal',
      'Token',
      'LineageEntry',
      'Connection',
      'SourceObject',
      'Galaxy',
      'GalaxyNode',
      'GalaxyEdge',
      'Correlation',
      'Suggestion',
    ],
  },
  ...dashboardActions,
});
