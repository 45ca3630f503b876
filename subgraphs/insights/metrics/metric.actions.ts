import { defineActions, MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

/** What may be done with metrics. */
export const metricActions = defineActions({
  'metrics.read': {
    description: 'reading the metrics',
    audience: MEMBERS,
    covers: [
      'Query.metrics',
      'Query.metric',
      'Metric',
      'MetricConnection',
      'MetricEdge',
      'MetricDimension',
      'MetricHierarchy',
      'RelatedMetric',
      'MetricSpec',
      'MetricBinding',
      'MetricCondition',
      'PageInfo',
      'Attribute',
    ],
  },
  'metrics.write': {
    description: 'defining metrics',
    audience: OPERATORS,
    byAgents: true,
    covers: [
      'Query.testMetric',
      'Query.metricVersions',
      'Mutation.saveMetric',
      'Mutation.restoreMetric',
      'Mutation.removeMetric',
      'MetricSaved',
      'MetricRemoved',
      'MetricTested',
      'MetricTestRow',
      'MetricVersion',
      'MetricVersionConnection',
      'MetricVersionEdge',
    ],
  },
});
