import type { EventPayload, Topic } from '../../../schema/events/events.ts';

/** One committed, numbered event as a consumer sees it. */
export interface DomainEvent<T extends Topic = Topic> {
  /** Consumers are idempotent by this id: the same event may be handed over twice. */
  id: string;
  topic: T;
  tenantId: string;
  /** Position in the tenant's history; the only cursor there is. */
  sequence: number;
  traceId: string;
  occurredAt: Date;
  payload: EventPayload<T>;
}

/** Something that follows the event log. Events of one tenant come in order, one at a time; those of different tenants side by side. */
export interface Consumer {
  /** `<subgraph>.<what it does>`, unique and stable: the position in the log is kept under it. */
  name: string;
  topics: readonly Topic[];
  handle: (event: DomainEvent) => Promise<void>;
}

type Handlers = { [T in Topic]?: (event: DomainEvent<T>) => Promise<void> };

/** A consumer with one typed handler per topic. */
export function defineConsumer(name: string, handlers: Handlers): Consumer {
  const topics = Object.keys(handlers) as Topic[];
  return {
    name,
    topics,
    handle: async (event) => {
      const handler = handlers[event.topic] as ((event: DomainEvent) => Promise<void>) | undefined;
      await handler?.(event);
    },
  };
}
