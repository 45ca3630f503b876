import { sql } from 'kysely';
import { z } from 'zod';
import type { Topic } from '../../../../schema/events/events.ts';
import { defineConsumer, type Consumer, type DomainEvent } from '../../../kernel/outbox/consumer.ts';
import type { System } from '../../../kernel/system.ts';
import { WAIT_TOPICS } from './wait-topics.ts';

const waiting = z.object({ run_id: z.uuid() });

/** Brings what happens in a tenant to the runs that wait for it, and has them go on. */
export function waitConsumer(system: System): Consumer {
  const bring = (event: DomainEvent): Promise<void> =>
    system.database.unitOfWork(event.tenantId, async (unit) => {
      const { topic, payload, occurredAt } = event;
      const told = JSON.stringify({ topic, at: occurredAt.toISOString(), ...payload });
      // The whole of what is looked for has to be in it, so that a wait without conditions takes any event of its topic.
      const { rows } = await sql`update workflow_wait set event = ${told}::jsonb
        where tenant_id = ${unit.tenantId} and topic = ${topic} and event is null and since <= ${occurredAt} and ${told}::jsonb @> match
        returning run_id`.execute(unit.sql);
      for (const runId of new Set(rows.map((row) => waiting.parse(row).run_id))) await system.runs.wake(unit, runId);
    });
  return defineConsumer('agents.workflow-waits', Object.fromEntries(WAIT_TOPICS.map((topic: Topic) => [topic, bring])));
}
