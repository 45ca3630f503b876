import { defineActions, MEMBERS } from '../kernel/permissions/actions.ts';

export const insightsActions = defineActions({
  'metrics.read': {
    description: 'reading the metrics',
    audience: MEMBERS,
    covers: ['Query.metrics', 'Query.metric', 'Metric', 'MetricConnection', 'MetricEdge', 'PageInfo', 'Attribute'],
  },
  'questions.ask': {
    description: 'asking questions',
    audience: MEMBERS,
    covers: [
      'Query.ask',
      'Query.answer',
      'Query.suggest',
      'Query.sampleQuestions',
      'Answer',
      'Declined',
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
});
