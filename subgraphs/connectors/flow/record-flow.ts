import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import * as batches from './batches.ts';
import type { CountedStage } from './stages.ts';

/** What the flow of records is made of. Each is one event of the log: the model there is, and no second one. */
export const FLOW_TOPICS = [
  'connectors.sync-started',
  'connectors.records-landed',
  'connectors.sync-finished',
  'connectors.records-replayed',
  'connectors.connection-removed',
  'ontology.canonical-changed',
  'insights.metrics-refreshed',
] as const;
export type FlowEvent = { [Topic in (typeof FLOW_TOPICS)[number]]: DomainEvent<Topic> }[(typeof FLOW_TOPICS)[number]];

/** Has one event count in its tenant's flow; the caller sees to it that each counts once. */
export async function recordFlow(unit: UnitOfWork, event: FlowEvent): Promise<void> {
  const at = event.occurredAt;
  const { connectionId } = event.payload;
  const count = (stage: CountedStage, records: number): Promise<void> => addToMinute(unit, { at, stage, connectionId, records });
  switch (event.topic) {
    case 'connectors.sync-started':
      await batches.begin(unit, { id: event.payload.syncId, connectionId, at });
      return;
    case 'connectors.records-landed': {
      const { syncId, changed, read = changed, quarantined = 0 } = event.payload;
      await batches.addLanded(unit, {
        id: syncId,
        connectionId,
        at,
        read: Math.max(read, changed + quarantined),
        landed: changed,
        quarantined,
      });
      await count('SOURCE', Math.max(read, changed + quarantined));
      await count('LANDED', changed);
      return;
    }
    case 'connectors.sync-finished': {
      const { objects, syncId } = event.payload;
      const landed = objects.reduce((sum, { changed, removed }) => sum + changed + removed, 0);
      const quarantined = objects.reduce((sum, object) => sum + object.quarantined, 0);
      const more = await batches.finishLanding(unit, { id: syncId, connectionId, at, landed, quarantined });
      await count('SOURCE', more.read);
      await count('LANDED', more.landed);
      await batches.forgetOld(unit, at);
      return;
    }
    case 'connectors.records-replayed': {
      const landed = event.payload.objects.reduce((sum, { changed, removed }) => sum + changed + removed, 0);
      await batches.finishLanding(unit, { id: event.payload.changeId, connectionId, at, landed, quarantined: 0 });
      await count('LANDED', landed);
      return;
    }
    case 'ontology.canonical-changed': {
      const { syncId, entities, mappedAt } = event.payload;
      const moved = entities.reduce((sum, { changed, removed }) => sum + changed + removed, 0);
      await batches.unified(unit, { connectionId, syncId, at, mappedAt: mappedAt === undefined ? at : new Date(mappedAt) });
      await count('MAPPED', moved);
      await count('RESOLVED', moved);
      return;
    }
    case 'insights.metrics-refreshed':
      await count('METRIC', await batches.measured(unit, { connectionId, syncId: event.payload.syncId, at }));
      return;
    case 'connectors.connection-removed':
      await batches.forgetConnection(unit, connectionId);
      return;
    default:
      assertNever(event);
  }
}

async function addToMinute(
  unit: UnitOfWork,
  { at, stage, connectionId, records }: { at: Date; stage: CountedStage; connectionId: string; records: number },
): Promise<void> {
  if (records <= 0) return;
  await sql`insert into flow_minute (tenant_id, minute, stage, connection_id, records)
    values (${unit.tenantId}::uuid, date_trunc('minute', ${at}::timestamptz), ${stage}, ${connectionId}::uuid, ${records})
    on conflict (tenant_id, minute, stage, connection_id) do update set records = flow_minute.records + excluded.records`.execute(unit.sql);
}
