import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { Publisher } from '../publishing/publisher.ts';
import { GoldenRecordResolver } from './golden.resolver.ts';
import type { GoldenService } from './golden.service.ts';
import { OverridesService } from './overrides.service.ts';
import type { GoldenRefresher } from './refresher.ts';
import { SurvivorshipResolver } from './survivorship.resolver.ts';
import { SurvivorshipService } from './survivorship.service.ts';

/** What golden records works with. */
export interface GoldenFeatureParts {
  readonly catalogue: CatalogueService;
  readonly golden: GoldenService;
  readonly refresher: GoldenRefresher;
  readonly publisher: Publisher;
}

/** Golden records: what they are made of, how their values are chosen, and what people say of them. */
export function createGolden(system: System, { catalogue, golden, refresher, publisher }: GoldenFeatureParts): Feature {
  const overrides = new OverridesService(system, refresher);
  return {
    consumers: [defineConsumer('ontology.refresh-golden', { 'ontology.golden-outdated': (event) => publisher.onGoldenOutdated(event) })],
    privacy: {
      places: [{ scope: 'TENANT', table: 'golden_override', kind: 'CANONICAL', title: 'values that people have set', erase: 'VALUES' }],
      retention: [],
    },
    resolvers: [
      new GoldenRecordResolver({ catalogue, golden, overrides }),
      new SurvivorshipResolver(catalogue, new SurvivorshipService(system)),
    ],
  };
}
