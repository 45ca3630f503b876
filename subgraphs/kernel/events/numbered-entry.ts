import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { eventSchemas, type Topic } from '../../../schema/events/events.ts';
import type { DomainEvent } from '../outbox/consumer.ts';
import { traceIdOf } from '../telemetry/span.ts';
import type { NumberedEntry } from './event-transport.ts';

const rowSchema = z.object({
  sequence: z.coerce.number(),
  id: z.uuid(),
  tenant_id: z.uuid(),
  topic: z.string(),
  payload: z.unknown(),
  trace_id: z.string().nullable(),
  created_at: z.coerce.date(),
});

/** The columns of outbox_entry that make a numbered entry. */
export const entryColumns: RawBuilder<unknown> = sql`sequence, id, tenant_id, topic, payload, trace_id, created_at`;

/** A row of these columns; null for a topic this version does not know: a newer process wrote it, for newer readers. */
export function toNumberedEntry(row: unknown): NumberedEntry | null {
  const { sequence, id, tenant_id: tenantId, topic, payload, trace_id: traceId, created_at: createdAt } = rowSchema.parse(row);
  return isTopic(topic) ? { sequence, id, tenantId, topic, payload, traceId, createdAt } : null;
}

/** The entry as consumers and followers see it. @throws ZodError when its payload does not keep the topic's contract */
export function toDomainEvent({ id, topic, tenantId, sequence, traceId, createdAt, payload }: NumberedEntry): DomainEvent {
  return {
    id,
    topic,
    tenantId,
    sequence,
    traceId: traceIdOf(traceId) ?? traceId ?? id,
    occurredAt: createdAt,
    payload: eventSchemas[topic].parse(payload),
  };
}

/** Whether this version knows the topic. */
export function isTopic(name: string): name is Topic {
  return Object.hasOwn(eventSchemas, name);
}
