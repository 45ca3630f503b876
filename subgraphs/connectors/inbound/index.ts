import { type Consumer, defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { Chore } from '../chores/chores.ts';
import type { SyncService } from '../syncs/sync.service.ts';
import { inboundChore } from './inbound.chore.ts';
import { InboundResolver } from './inbound.resolver.ts';
import { inboundRoute } from './inbound.route.ts';
import { InboundService } from './inbound.service.ts';
import { forgetMessages } from './inbound-store.ts';

/** Messages that sources send: taken, kept in the tenant's schema, landed by syncs. */
export function createInbound(system: System, syncs: SyncService): Feature & { chore: Chore } {
  const inbound = new InboundService(system);
  return {
    resolvers: [new InboundResolver(inbound, system.config.publicUrl)],
    routes: [inboundRoute(inbound)],
    consumers: [forgetInboundConsumer(system)],
    privacy: {
      places: [
        { scope: 'TENANT', table: 'inbound_message', kind: 'RAW', title: 'messages that sources sent', erase: 'ROW', anywhere: true },
        { scope: 'PLATFORM', table: 'inbound_endpoint', kind: 'OTHER', title: 'where sources send messages to', erase: 'VALUES' },
      ],
    },
    chore: inboundChore(system, syncs),
  };
}

/** Takes out what waits for a connection that was removed. */
const forgetInboundConsumer = ({ database }: System): Consumer =>
  defineConsumer('connectors.forget-inbound', {
    async 'connectors.connection-removed'({ tenantId, payload }) {
      await database.unitOfWork(tenantId, (unit) => forgetMessages(unit, payload.connectionId));
    },
  });
