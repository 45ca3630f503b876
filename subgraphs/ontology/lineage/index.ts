import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { GoldenService } from '../golden/golden.service.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import { LineageResolver } from './lineage.resolver.ts';
import { LineageService } from './lineage.service.ts';

/** From any number or value back to its source, and from a column to everything that is made of it. */
export function createLineage(
  system: System,
  { catalogue, proposals, golden }: { catalogue: CatalogueService; proposals: ProposalService; golden: GoldenService },
): Feature {
  const lineage = new LineageService(system);
  return {
    resolvers: [new LineageResolver({ catalogue, proposals, lineage, golden, access: { of: (viewer) => system.dataAccess.of(viewer) } })],
    consumers: [defineConsumer('ontology.follow-metrics', { 'insights.metrics-refreshed': (event) => lineage.onMetricsRefreshed(event) })],
  };
}
