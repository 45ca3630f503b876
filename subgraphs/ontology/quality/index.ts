import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { PublicationService } from '../publishing/publication.service.ts';
import type { TenantQueue } from '../publishing/tenant-queue.ts';
import { ControlTotalResolver, DataTestResolver, EntityQualityResolver } from './quality.resolver.ts';
import { QualityService } from './quality.service.ts';
import { TestsService } from './tests.service.ts';
import { TotalsService } from './totals.service.ts';

/** Data tests and control totals: run after every publication and sync, shown, told of when they change. */
export function createQuality(
  system: System,
  parts: { catalogue: CatalogueService; publications: PublicationService; queue: TenantQueue },
): Feature {
  const { catalogue, publications, queue } = parts;
  const tests = new TestsService(system);
  const totals = new TotalsService(system);
  const quality = new QualityService(system, { publications, queue, tests, totals });
  return {
    resolvers: [
      new DataTestResolver(system, { catalogue, quality, tests, totals }),
      new ControlTotalResolver(system, totals),
      new EntityQualityResolver(system, { catalogue, quality }),
    ],
    consumers: [
      defineConsumer('ontology.check-quality', {
        'ontology.canonical-changed': (event) => quality.onRecordsChanged(event),
        'connectors.connection-removed': (event) => quality.onConnectionRemoved(event),
      }),
    ],
    privacy: {
      places: [{ scope: 'PLATFORM', table: 'control_total', kind: 'MODEL', title: 'control totals', erase: 'VALUES' }],
      retention: [],
    },
  };
}
