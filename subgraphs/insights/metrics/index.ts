import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { MetricResolver } from './metric.resolver.ts';
import { Metric, metricOf } from './metric.type.ts';
import { OwnMetricResolver } from './own-metric.resolver.ts';
import { OwnMetricService } from './own-metric.service.ts';

/** The numbers the business is run by, bound to the tenant's own data, and those it defines itself. */
export function createMetrics(system: System, knowledge: KnowledgeService): Feature {
  const own = new OwnMetricService(system, knowledge);
  const today = (): string => system.clock().toISOString().slice(0, 10);
  return {
    resolvers: [new MetricResolver(knowledge), new OwnMetricResolver(own, knowledge, today)],
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
