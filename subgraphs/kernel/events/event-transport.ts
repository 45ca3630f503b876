import type { Topic } from '../../../schema/events/events.ts';

/** One committed event as the relay numbered it. */
export interface NumberedEntry {
  /** Position in the log of all tenants; ever higher, with gaps. */
  sequence: number;
  id: string;
  tenantId: string;
  topic: Topic;
  payload: unknown;
  traceId: string | null;
  createdAt: Date;
}

export interface TransportListener {
  /** Entries in order as they come from now on; what came before may come again. */
  entries(entries: readonly NumberedEntry[]): void;
  /** Some may have been missed: whoever listens consults the outbox. */
  gap(): void;
}

/** How numbered entries travel to the processes that tail them. */
export interface EventTransport {
  /** Called by the relay with entries it numbered, in order, after their commit; may be called again with the same. */
  publish(entries: readonly NumberedEntry[]): Promise<void>;
  listen(listener: TransportListener): Promise<{ stop(): Promise<void> }>;
  close(): Promise<void>;
}
