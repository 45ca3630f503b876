import type { EventStream } from '../subgraphs/kernel/events/event-stream.ts';
import type { DomainEvent } from '../subgraphs/kernel/outbox/consumer.ts';
import type { Viewer } from '../subgraphs/kernel/viewer/viewer.ts';

/** What travels with a request through the gateway. */
export interface GatewayContext {
  viewer: Viewer;
  requestId: string;
  /** The caller holds the owner key of this embedded server. */
  localOwner: boolean;
  /** Which part of a subscription this is; null where none can be. */
  subscription: SubscriptionPhase | null;
}

/** A subscription goes through the same pipeline as everything else: once to be opened, then once for each event. */
export type SubscriptionPhase = { kind: 'OPEN'; opened: (stream: EventStream) => void } | { kind: 'EVENT'; event: DomainEvent };
