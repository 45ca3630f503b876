import { z } from 'zod';
import type { DomainEvent } from '../outbox/consumer.ts';
import type { EventSelection } from './event-selection.ts';
import { isTopic, toDomainEvent } from './numbered-entry.ts';

/** What a subscription follows, and how it ends. */
export interface EventStream {
  selection: EventSelection;
  /** What it tells about is over: it completes once everything that has happened was told. */
  completes: boolean;
  /**
   * After an event whose payload has these values it may be over: the stream is opened anew behind that event to know. Null: it never ends
   * by itself.
   */
  mayEndWith: Readonly<Record<string, string>> | null;
}

const topic = z.string().refine(isTopic);

/** How a stream travels between a subgraph and a gateway. */
export const eventStreamSchema: z.ZodType<EventStream> = z.object({
  selection: z.object({
    tenantId: z.uuid(),
    topics: z.array(topic),
    match: z.record(z.string(), z.string()),
    except: z.record(z.string(), z.array(z.string())),
    among: z.array(z.object({ topic, where: z.record(z.string(), z.array(z.string())) })).optional(),
    after: z.number().nullable(),
  }),
  completes: z.boolean(),
  mayEndWith: z.record(z.string(), z.string()).nullable(),
});

/** An event as JSON carries it, to the event. */
export const eventSchema: z.ZodType<DomainEvent> = z
  .object({
    id: z.uuid(),
    topic,
    tenantId: z.uuid(),
    sequence: z.number(),
    traceId: z.string(),
    occurredAt: z.coerce.date(),
    payload: z.unknown(),
  })
  .transform(({ occurredAt, ...event }) => toDomainEvent({ ...event, createdAt: occurredAt }));

/** Whether the stream may be over after this event. */
export function mayEndAfter({ mayEndWith }: EventStream, event: DomainEvent): boolean {
  const fields: Readonly<Record<string, unknown>> = event.payload;
  return mayEndWith !== null && Object.entries(mayEndWith).every(([name, value]) => fields[name] === value);
}
