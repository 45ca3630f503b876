import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { backoffMs } from '../backoff.ts';
import type { Database } from '../database/database.ts';
import { isTopic, toDomainEvent } from '../events/numbered-entry.ts';
import { withLogContext, type Logger } from '../telemetry/logger.ts';
import { inSpan, traceIdOf } from '../telemetry/span.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Consumer, DomainEvent } from './consumer.ts';

/** How long a claim holds, and how often and how soon a failing event is tried again. */
export interface DeliveryPolicy {
  claimSeconds: number;
  maxAttempts: number;
  firstRetryMs: number;
  maxRetryMs: number;
  /** Events one process handles side by side. */
  maxRunning: number;
}

/** A claim is as short as a run's lease, for runs wait for events: what a dead process had claimed would hold them up. It is renewed while it is worked on. */
export const DELIVERY_POLICY: DeliveryPolicy = { claimSeconds: 12, maxAttempts: 8, firstRetryMs: 200, maxRetryMs: 60_000, maxRunning: 64 };

const claimSchema = z.object({
  consumer: z.string(),
  id: z.uuid(),
  tenant_id: z.uuid(),
  sequence: z.coerce.number(),
  attempts: z.int(),
  topic: z.string(),
  payload: z.unknown(),
  trace_id: z.string().nullable(),
  created_at: z.coerce.date(),
});
export type Claim = z.infer<typeof claimSchema>;

/**
 * Claims the oldest waiting delivery of each (consumer, tenant) pair that is due: order within a tenant is kept, a tenant with much to
 * do never holds up another. A claim runs out, so a process that dies gives its work back. At most `limit`, those that waited longest.
 */
export async function claimDeliveries(
  database: Database,
  consumers: readonly Consumer[],
  limit: number,
  { claimSeconds }: DeliveryPolicy = DELIVERY_POLICY,
): Promise<Claim[]> {
  const names = consumers.map((consumer) => consumer.name);
  return database.systemWork(async (db) => {
    const { rows } = await sql`
      with head as (
        select distinct on (consumer, tenant_id) consumer, event_id, tenant_id, next_attempt_at, claimed_until
        from event_delivery where parked_at is null and consumer = any(${names})
        order by consumer, tenant_id, sequence
      ), claimed as (
        update event_delivery as delivery
        set claimed_until = now() + make_interval(secs => ${claimSeconds}), attempts = attempts + 1
        from (
          select * from head where next_attempt_at <= now() and (claimed_until is null or claimed_until < now())
          order by next_attempt_at limit ${limit}
        ) as due
        where delivery.consumer = due.consumer and delivery.event_id = due.event_id
          -- Said again of the row itself: another pump may have claimed, postponed or parked it since the head was read.
          and (delivery.claimed_until is null or delivery.claimed_until < now())
          and delivery.next_attempt_at <= now() and delivery.parked_at is null
        returning delivery.consumer, delivery.event_id, delivery.attempts
      )
      select claimed.consumer, claimed.attempts, entry.id, entry.tenant_id, entry.sequence, entry.topic, entry.payload, entry.trace_id, entry.created_at
      from claimed join outbox_entry as entry on entry.id = claimed.event_id`.execute(db);
    return rows.map((row) => claimSchema.parse(row));
  });
}

/** Hands one claimed event to its consumer and records the outcome: done, to be tried again later, or parked for a person. */
export async function deliver(
  deps: { database: Database; logger: Logger; metrics: Metrics },
  consumer: Consumer,
  claim: Claim,
  policy: DeliveryPolicy = DELIVERY_POLICY,
): Promise<void> {
  const { database, logger, metrics } = deps;
  const renewal = setInterval(() => void renew(database, claim, policy).catch(() => undefined), (policy.claimSeconds * 1_000) / 3);
  const ids = { tenantId: claim.tenant_id, traceId: traceOf(claim) };
  const span = {
    kind: 'CONSUMER' as const,
    parent: claim.trace_id,
    attributes: { 'autonomos.consumer': consumer.name, 'autonomos.topic': claim.topic },
  };
  const measured = metrics.eventSeconds.startTimer({ consumer: consumer.name });
  try {
    await inSpan(`${consumer.name} ${claim.topic}`, span, () => withLogContext(ids, () => consumer.handle(eventOf(claim))));
    await remove(database, claim);
    metrics.eventsHandled.inc({ consumer: consumer.name, outcome: 'done' });
  } catch (error) {
    const parked = claim.attempts >= policy.maxAttempts;
    await postpone(
      database,
      claim,
      error,
      parked ? null : backoffMs(claim.attempts, { firstMs: policy.firstRetryMs, longestMs: policy.maxRetryMs, spread: 0 }),
    );
    metrics.eventsHandled.inc({ consumer: consumer.name, outcome: parked ? 'parked' : 'retried' });
    withLogContext(ids, () =>
      logger.error(
        { err: error, consumer: consumer.name, eventId: claim.id, attempts: claim.attempts, parked },
        'an event could not be handled',
      ),
    );
  } finally {
    measured();
    clearInterval(renewal);
  }
}

function eventOf({ id, tenant_id: tenantId, sequence, trace_id: traceId, created_at: createdAt, topic, payload }: Claim): DomainEvent {
  if (!isTopic(topic)) throw new Error(`the topic ${topic} is none of this version`);
  return toDomainEvent({ id, tenantId, sequence, traceId, createdAt, topic, payload });
}

/** The trace the event was written in: an id, or where traces are exported the place within one. */
function traceOf({ trace_id: trace, id }: Claim): string {
  return traceIdOf(trace) ?? trace ?? id;
}

/** The delivery as long as it is ours: whoever claimed it after our time ran out counted one attempt more. */
function mine({ consumer, id, attempts }: Claim): RawBuilder<unknown> {
  return sql`consumer = ${consumer} and event_id = ${id} and attempts = ${attempts}`;
}

async function renew(database: Database, claim: Claim, { claimSeconds }: DeliveryPolicy): Promise<void> {
  await database.systemWork((db) =>
    sql`update event_delivery set claimed_until = now() + make_interval(secs => ${claimSeconds}) where ${mine(claim)}`.execute(db),
  );
}

async function remove(database: Database, claim: Claim): Promise<void> {
  await database.systemWork((db) => sql`delete from event_delivery where ${mine(claim)}`.execute(db));
}

/** @param delayMs null parks the event. */
async function postpone(database: Database, claim: Claim, error: unknown, delayMs: number | null): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  await database.systemWork((db) =>
    sql`update event_delivery
      set claimed_until = null, next_attempt_at = now() + make_interval(secs => ${(delayMs ?? 0) / 1_000}),
          last_error = ${message.replaceAll('\0', '').slice(0, 2_000)}, parked_at = case when ${delayMs === null} then now() end
      where ${mine(claim)}`.execute(db),
  );
}
