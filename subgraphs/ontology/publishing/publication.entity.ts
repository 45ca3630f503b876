import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { ObjectBinding } from './binding.ts';

/** One version of the tenant's ontology; the highest is in force. */
export const PublicationRow = defineEntity({
  name: 'OntologyPublicationRow',
  tableName: 'ontology_publication',
  properties: {
    tenantId: p.uuid().primary(),
    version: p.integer().primary(),
    model: p.json().$type<SemanticModel>(),
    bindings: p.json().$type<ObjectBinding[]>(),
    publishedAt: p.datetime(),
  },
});
export type PublicationRow = InferEntity<typeof PublicationRow>;

/** A value of a reference that is written differently from the record it means. */
export const NearMatchRow = defineEntity({
  name: 'NearMatchRow',
  tableName: 'near_match',
  properties: {
    tenantId: p.uuid().primary(),
    objectId: p.uuid().primary(),
    relation: p.string().primary(),
    value: p.string().primary(),
    entityName: p.string(),
    targetId: p.uuid(),
    matched: p.string(),
    similarity: p.double(),
    records: p.integer(),
    evidence: p.string(),
  },
});
export type NearMatchRow = InferEntity<typeof NearMatchRow>;

exemptFromAudit(NearMatchRow, 'worked out anew of the records of a source with every publication and sync; nobody decides it');
