import type { Feature } from '../../kernel/federation/feature.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { MetricResolver } from './metric.resolver.ts';
import { Metric, metricOf } from './metric.type.ts';

/** The numbers the business is run by, bound to the tenant's own data. */
export function createMetrics(knowledge: KnowledgeService): Feature {
  return {
    resolvers: [new MetricResolver(knowledge)],
    references: [
      {
        name: 'Metric',
        type: Metric,
        resolve: async ({ name = '' }, { viewer }) => {
          const known = await knowledge.of(requireUser(viewer));
          const bound = known.metrics.get(name);
          return bound === undefined ? null : metricOf(known, bound);
        },
      },
    ],
  };
}
