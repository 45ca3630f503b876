import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { insightsPrivacy } from '../privacy/places.ts';
import type { KnowledgeService } from './knowledge.service.ts';
import { Projection } from './projection.ts';

/** What questions are read by: the published model and what its data looks like, kept up to date by events. */
export function createKnowledge(system: System, knowledge: KnowledgeService): Feature {
  const projection = new Projection(system, knowledge);
  return {
    privacy: insightsPrivacy,
    consumers: [
      defineConsumer('insights.follow-ontology', {
        'ontology.published': (event) => projection.onPublished(event),
        'ontology.edited': (event) => projection.onPublished(event),
        'ontology.canonical-changed': (event) => projection.onDataChanged(event),
        'ontology.quality-changed': (event) => projection.onQualityChanged(event),
        'connectors.sync-finished': (event) => projection.onSyncFinished(event),
        'connectors.connection-removed': (event) => projection.onConnectionRemoved(event),
      }),
    ],
  };
}
