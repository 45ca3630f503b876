import { type InferEntity, defineEntity, p } from '@mikro-orm/core';

/** What is done about records of one source that look alike. */
export const WithinSource = { OFF: 'OFF', PROPOSE: 'PROPOSE', MERGE: 'MERGE' } as const;
export type WithinSource = (typeof WithinSource)[keyof typeof WithinSource];

/** What a tenant has said about resolving one of its entity types; null: as it comes. */
export const ResolutionPolicyRow = defineEntity({
  name: 'ResolutionPolicyRow',
  tableName: 'resolution_policy',
  properties: {
    tenantId: p.uuid().primary(),
    entityName: p.string().primary(),
    enabled: p.boolean().nullable(),
    withinSource: p.string().$type<WithinSource>(),
    oneEach: p.boolean().nullable(),
    /** In bits of evidence; null: as learned. */
    matchThreshold: p.double().$type<number>().nullable(),
    possibleThreshold: p.double().$type<number>().nullable(),
    updatedAt: p.datetime(),
    updatedBy: p.uuid(),
  },
});
export type ResolutionPolicyRow = InferEntity<typeof ResolutionPolicyRow>;
