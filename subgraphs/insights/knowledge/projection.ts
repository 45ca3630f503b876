import { sql } from 'kysely';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { attributeIds } from '../metrics/metric.type.ts';
import type { KnowledgeService } from './knowledge.service.ts';

/**
 * Follows the event log into our tables. Everything is an upsert guarded by the event's position, so events that come twice or late change
 * nothing.
 */
export class Projection {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;

  constructor(system: System, knowledge: KnowledgeService) {
    this.system = system;
    this.knowledge = knowledge;
  }

  async onPublished({ tenantId, sequence, payload }: DomainEvent<'ontology.published' | 'ontology.edited'>): Promise<void> {
    const model: SemanticModel = payload.model;
    await this.system.database.unitOfWork(tenantId, (unit) =>
      sql`insert into semantic_model (tenant_id, model_version, data_version, model)
        values (${tenantId}, ${model.version}, ${sequence}, ${JSON.stringify(model)}::jsonb)
        on conflict (tenant_id) do update set
          model_version = excluded.model_version, model = excluded.model,
          data_version = greatest(semantic_model.data_version, excluded.data_version)
        where semantic_model.model_version <= excluded.model_version`.execute(unit.sql),
    );
  }

  /** Takes the new data in, binds the metrics anew, and says so: whoever asks next is answered at once, from the new data. */
  async onDataChanged({ tenantId, sequence, payload }: DomainEvent<'ontology.canonical-changed'>): Promise<void> {
    const { database } = this.system;
    await database.unitOfWork(tenantId, (unit) =>
      sql`update semantic_model set data_version = ${sequence} where tenant_id = ${tenantId} and data_version < ${sequence}`.execute(
        unit.sql,
      ),
    );
    const knowledge = await this.knowledge.ofAll(tenantId);
    const metrics = [...knowledge.metrics.values()]
      .filter(({ computation }) => computation !== null)
      .map((bound) => ({ name: bound.definition.name, label: bound.definition.label, attributes: attributeIds(knowledge, bound) }));
    const available = metrics.length;
    const { connectionId, syncId, proposalId } = payload;
    await database.unitOfWork(tenantId, async (unit) =>
      unit.emit('insights.metrics-refreshed', { connectionId, syncId, proposalId, available, metrics }),
    );
  }

  async onSyncFinished({ tenantId, occurredAt, payload }: DomainEvent<'connectors.sync-finished'>): Promise<void> {
    if (payload.status !== 'SUCCEEDED') return;
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      for (const object of payload.objects) {
        await sql`insert into source_health (tenant_id, object_id, connection_id, records, quarantined, synced_at)
          values (${tenantId}, ${object.objectId}, ${payload.connectionId}, ${object.records}, ${object.quarantined}, ${occurredAt})
          on conflict (tenant_id, object_id) do update set
            records = excluded.records, quarantined = excluded.quarantined, synced_at = excluded.synced_at
          where source_health.synced_at <= excluded.synced_at`.execute(unit.sql);
      }
    });
  }

  /** Keeps what is wrong with the records of entity types; older news never takes the place of newer. */
  async onQualityChanged({ tenantId, sequence, payload }: DomainEvent<'ontology.quality-changed'>): Promise<void> {
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      for (const { name, score, reasons } of payload.entities)
        await sql`insert into answer_quality (tenant_id, entity_name, score, reasons, told_at)
          values (${tenantId}, ${name}, ${score}, ${JSON.stringify(reasons)}::jsonb, ${sequence})
          on conflict (tenant_id, entity_name) do update set score = excluded.score, reasons = excluded.reasons, told_at = excluded.told_at
          where answer_quality.told_at <= excluded.told_at`.execute(unit.sql);
    });
  }

  async onConnectionRemoved({ tenantId, payload }: DomainEvent<'connectors.connection-removed'>): Promise<void> {
    await this.system.database.unitOfWork(tenantId, (unit) =>
      sql`delete from source_health where tenant_id = ${tenantId} and connection_id = ${payload.connectionId}`.execute(unit.sql),
    );
  }
}
