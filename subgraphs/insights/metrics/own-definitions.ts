import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { metricDefinitionSchema } from './metric-definition.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { OwnMetricRow } from './own-metric.entity.ts';

/** A tenant with more has a program that defines in a loop. */
export const MAX_OWN_METRICS = 500;

/** The definitions a tenant made itself, as they are in this transaction. */
export async function ownDefinitions({ em, tenantId }: UnitOfWork): Promise<MetricDefinition[]> {
  const rows = await em.find(OwnMetricRow, { tenantId, removed: false }, { orderBy: { name: 'asc' }, limit: MAX_OWN_METRICS });
  // A definition of an older release that no longer parses is left out: it can be corrected in its versions.
  return rows.flatMap(({ definition, version }) => {
    const parsed = metricDefinitionSchema.safeParse({ ...definition, origin: 'OWN', version });
    return parsed.success ? [parsed.data] : [];
  });
}
