import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { ModelDifference } from '../model/difference.ts';
import type { Overlay } from '../model/overlay.ts';
import type { ObjectBinding } from './binding.ts';

/** An accepted mapping, edits of a person, an earlier version that was gone back to, a connection that was removed. */
export type PublicationKind = 'MAPPING' | 'EDIT' | 'ROLL_BACK' | 'REMOVAL';

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
    /** What it came of. */
    kind: p.string().$type<PublicationKind>(),
    /** What mappings alone give; null: nobody has edited anything. */
    base: p.json().$type<SemanticModel | null>().nullable(),
    /** People's edits over it. */
    overlay: p.json().$type<Overlay>(),
    /** How it differs from the version before. */
    changes: p.json().$type<ModelDifference[]>(),
    publishedBy: p.uuid().nullable(),
    note: p.string().nullable(),
    /** The version that was gone back to. */
    restored: p.integer().nullable(),
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
