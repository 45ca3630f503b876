import { sql, type Kysely } from 'kysely';
import { eventSchemas } from '../../../schema/events/events.ts';
import type { EmittedEvent } from '../database/unit-of-work.ts';

/**
 * Writes events in the transaction of their change, without a sequence number: commits land out of order, so only the relay, after the
 * commit, can number them. @throws ZodError when a payload does not keep its contract.
 */
export async function insertOutboxEntries(
  db: Kysely<Record<string, never>>,
  tenantId: string,
  events: readonly EmittedEvent[],
  traceId: string | null,
): Promise<void> {
  const rows = events.map(({ topic, payload }, position) => ({ topic, payload: eventSchemas[topic].parse(payload), position }));
  await sql`
    insert into outbox_entry (tenant_id, topic, payload, position, trace_id)
    select ${tenantId}::uuid, e.topic, e.payload, e.position, ${traceId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(topic text, payload jsonb, position int)`.execute(db);
}
