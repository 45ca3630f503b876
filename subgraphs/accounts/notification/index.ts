import type { Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import { ChannelResolver } from './channel.resolver.ts';
import { ChannelService } from './channel.service.ts';
import { DeliverySender } from './delivery-sender.ts';
import { DeliveryService } from './delivery.service.ts';
import { InboxService } from './inbox.service.ts';
import { NotificationResolver } from './notification.resolver.ts';
import { notifyConsumer } from './notify.consumer.ts';
import { sweepDeliveries } from './sweep.ts';

/** Inboxes, preferences, and the channels of the company. */
export function createNotifications(system: System): Feature {
  const sender = new DeliverySender(system);
  let sweep: Loop | null = null;
  const wake = (): void => sender.wake();
  return {
    resolvers: [
      new NotificationResolver(new InboxService(system)),
      new ChannelResolver(new ChannelService(system), new DeliveryService(system, wake)),
    ],
    consumers: [notifyConsumer(system, wake)],
    async start() {
      sender.start();
      sweep = sweepDeliveries(system);
    },
    async stop() {
      await Promise.all([sender.stop(), sweep?.stop()]);
    },
  };
}
