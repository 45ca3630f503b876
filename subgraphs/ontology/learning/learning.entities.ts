import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { MatcherWeights } from '../matching/matcher-weights.ts';

/** What a tenant does with proposed fields, by how sure the matcher is. */
export const MappingPolicyRow = defineEntity({
  name: 'MappingPolicyRow',
  tableName: 'mapping_policy',
  properties: {
    tenantId: p.uuid().primary(),
    autoAccept: p.boolean(),
    autoThreshold: p.double().$type<number>(),
    reviewThreshold: p.double().$type<number>(),
    changedBy: p.uuid(),
    changedAt: p.datetime(),
  },
});
export type MappingPolicyRow = InferEntity<typeof MappingPolicyRow>;

/** A column that was, or was not, an attribute: by decision or by an imported pair. Names only, never a value. */
export const PastMappingRow = defineEntity({
  name: 'PastMappingRow',
  tableName: 'past_mapping',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    origin: p.string().$type<'DECISION' | 'IMPORT'>(),
    connectionId: p.uuid().nullable(),
    object: p.string(),
    field: p.string(),
    /** The field’s words as names are compared. */
    words: p.string(),
    type: p.string().$type<ColumnType | null>().nullable(),
    entity: p.string(),
    attribute: p.string(),
    canonical: p.boolean(),
    accepted: p.boolean(),
    score: p.double().$type<number>(),
    /** How often it was decided so. */
    times: p.integer(),
    decidedBy: p.uuid().nullable(),
    decidedAt: p.datetime(),
  },
});
export type PastMappingRow = InferEntity<typeof PastMappingRow>;
exemptFromAudit(PastMappingRow, 'follows from a decision or an import, which is noted itself');

/** The matcher’s weights as fitted on a tenant’s own pairs; none: the shipped ones. */
export const MatcherWeightsRow = defineEntity({
  name: 'MatcherWeightsRow',
  tableName: 'matcher_weights',
  properties: {
    tenantId: p.uuid().primary(),
    weights: p.json().$type<MatcherWeights>(),
    pairs: p.integer(),
    /** Share of the pairs told right with the shipped weights, and with these. */
    rightBefore: p.double().$type<number>(),
    rightAfter: p.double().$type<number>(),
    fittedBy: p.uuid(),
    fittedAt: p.datetime(),
  },
});
export type MatcherWeightsRow = InferEntity<typeof MatcherWeightsRow>;
