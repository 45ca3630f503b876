import { defineActions, MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

/** Who may see what is watched, and who may have something watched. */
export const watchActions = defineActions({
  'watches.read': {
    description: 'reading watched metrics and what was found, and being told of it',
    audience: MEMBERS,
    covers: [
      'Query.metricWatches',
      'Query.metricAlerts',
      'Subscription.metricAlerted',
      'Subscription.metricChanged',
      'MetricWatch',
      'MetricWatchConnection',
      'MetricWatchEdge',
      'MetricAlert',
      'MetricAlertConnection',
      'MetricAlertEdge',
      'MetricAlerted',
      'MetricsChanged',
      'Metric',
      'User',
      'PageInfo',
    ],
  },
  'watches.manage': {
    description: 'having metrics watched',
    audience: OPERATORS,
    byAgents: true,
    covers: [
      'Mutation.saveMetricWatch',
      'MetricWatchSaved',
      'Mutation.removeMetricWatch',
      'MetricWatchRemoved',
      'MetricWatch',
      'Metric',
      'User',
      'InputProblem',
      'InputRefused',
    ],
  },
});
