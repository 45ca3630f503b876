import type { DocumentNode } from 'graphql';
import type { EventStream } from '../subgraphs/kernel/events/event-stream.ts';
import type { EffectKey } from '../subgraphs/kernel/idempotency/receipt.ts';
import type { DomainEvent } from '../subgraphs/kernel/outbox/consumer.ts';
import type { Role, Viewer } from '../subgraphs/kernel/viewer/viewer.ts';
import type { Ticket } from './limits/ticket.ts';
import type { FetchResult } from './sources/source.ts';

/** What travels with a request through the gateway. */
export interface GatewayContext {
  viewer: Viewer;
  requestId: string;
  /** The caller holds the owner key of this embedded server. */
  localOwner: boolean;
  /** Where the caller is; null: unknown. */
  clientAddress: string | null;
  /** What the caller's program calls itself; null: it does not say. */
  clientAgent: string | null;
  /** What is known of the viewer's credential, for whoever takes rights back; left out where nothing is. */
  proof?: Proof;
  /** What it is counted by; left out: nothing counts it. */
  ticket?: Ticket;
  /** Under which key its mutation is carried out once, as the request's head says; left out: it says none. */
  idempotencyKey?: string;
  /** The claim on that key; set when it is carried out, and goes along to our own subgraphs. */
  effect?: EffectKey;
  /** Which part of a subscription this is; null where none can be. */
  subscription: SubscriptionPhase | null;
  /** What the caller may, in the terms of the supergraph's directives. */
  grants: Grants;
  /** Headers of the request that go along to subgraphs; empty for our own, which get the signed viewer. */
  forwarded: Readonly<Record<string, string>>;
}

/** What a credential says beyond its viewer. Not for subgraphs. */
export interface Proof {
  /** null: unknown. */
  madeAt: Date | null;
  /** Who made the key, with the role that the viewer's scopes were worked out by; null: a session. */
  maker: { userId: string; role: Role } | null;
}

/** What somebody may do. Equal keys are equal grants: verdicts are kept by it. */
export interface Grants {
  key: string;
  /** What limits are looked up by; one of a few names. */
  role: string;
  authenticated: boolean;
  scopes: ReadonlySet<string>;
  policies: ReadonlySet<string>;
}

/**
 * A subscription goes through the same pipeline as everything else: once to be opened, then once for each event. An event of ours executes the
 * field afresh with the event as its root; what another's subgraph has sent is the field's result already.
 */
export type SubscriptionPhase =
  | {
      kind: 'OPEN';
      opened: (stream: OpenedStream) => void;
      resolved?: (document: DocumentNode) => void;
      /** It is open already, and only looked whether it still may be. */
      again?: boolean;
    }
  | { kind: 'EVENT'; event: DomainEvent }
  | { kind: 'PAYLOAD'; result: FetchResult };

/**
 * What a subscription follows: the event log, when a subgraph of ours owns the field, or what another's subgraph sends. Equal identities ask the same
 * of the same subgraph, so that what one sends can be taken for what the other would have sent.
 */
export type OpenedStream =
  | { kind: 'LOG'; stream: EventStream }
  | { kind: 'UPSTREAM'; identity: string; follow: (signal: AbortSignal) => AsyncIterableIterator<FetchResult> };
