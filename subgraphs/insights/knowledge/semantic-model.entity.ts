import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';

/** The tenant's published model as the event log last told it, and the position after which its data was last said to change. */
export const SemanticModelRow = defineEntity({
  name: 'SemanticModelRow',
  tableName: 'semantic_model',
  properties: {
    tenantId: p.uuid().primary(),
    modelVersion: p.integer(),
    dataVersion: p.bigint('number'),
    model: p.json().$type<SemanticModel>(),
  },
});
export type SemanticModelRow = InferEntity<typeof SemanticModelRow>;

/** What the last sync of a source object left: what is counted, what is in quarantine, and when. */
export const SourceHealthRow = defineEntity({
  name: 'SourceHealthRow',
  tableName: 'source_health',
  properties: {
    tenantId: p.uuid().primary(),
    objectId: p.uuid().primary(),
    connectionId: p.uuid(),
    records: p.integer(),
    quarantined: p.integer(),
    syncedAt: p.datetime(),
  },
});
export type SourceHealthRow = InferEntity<typeof SourceHealthRow>;

/** What the event log last told of how good the records of an entity type are. */
export const AnswerQualityRow = defineEntity({
  name: 'AnswerQualityRow',
  tableName: 'answer_quality',
  properties: {
    tenantId: p.uuid().primary(),
    entityName: p.string().primary(),
    score: p.double().$type<number>(),
    reasons: p.json().$type<string[]>(),
    /** Place of the event in the log. */
    toldAt: p.bigint('number'),
  },
});
