import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import { ontologyPrivacy } from '../privacy/places.ts';
import type { Publisher } from './publisher.ts';
import type { TenantQueue } from './tenant-queue.ts';

/** Follows the sources: what is discovered is proposed, what landed is materialised. */
export function createPublishing(publisher: Publisher, proposals: ProposalService, queue: TenantQueue): Feature {
  return {
    consumers: [
      defineConsumer('ontology.follow-connectors', {
        'connectors.schema-discovered': (event) => proposals.onSchemaDiscovered(event),
        'connectors.sync-finished': (event) => publisher.onSyncFinished(event),
        'connectors.records-replayed': ({ tenantId, payload: { changeId, objects } }) =>
          publisher.onRawChanged(tenantId, changeId, new Set(objects.map(({ objectId }) => objectId))),
        'connectors.connection-removed': (event) => publisher.onConnectionRemoved(event),
      }),
    ],
    privacy: ontologyPrivacy(publisher),
    start: () => publisher.resume(),
    stop: () => queue.stop(),
  };
}
