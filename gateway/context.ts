import type { EventStream } from '../subgraphs/kernel/events/event-stream.ts';
import type { DomainEvent } from '../subgraphs/kernel/outbox/consumer.ts';
import type { FetchResult } from './sources/subgraph-source.ts';
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

/** What a subscription follows: the event log, when a subgraph of ours owns the field, or what another's subgraph sends. */
export type OpenedStream =
  | { kind: 'LOG'; stream: EventStream }
  | { kind: 'UPSTREAM'; follow: (signal: AbortSignal) => AsyncIterableIterator<FetchResult> };
