import { type InferEntity, defineEntity, p } from '@mikro-orm/core';

/** What a tenant lets happen by itself. */
export const RepairPolicyRow = defineEntity({
  name: 'RepairPolicyRow',
  tableName: 'repair_policy',
  properties: {
    tenantId: p.uuid().primary(),
    automatic: p.boolean(),
    minimumConfidence: p.double().$type<number>(),
    criticalKeys: p.boolean(),
    criticalMoney: p.boolean(),
    criticalEntities: p.json().$type<string[]>(),
    observeEveryMinutes: p.integer().$type<number>().nullable(),
    updatedBy: p.uuid().nullable(),
    updatedAt: p.datetime(),
  },
});
export type RepairPolicyRow = InferEntity<typeof RepairPolicyRow>;

export type RepairRules = Omit<RepairPolicyRow, 'tenantId' | 'updatedBy' | 'updatedAt'>;

/** What holds for tenants that have said nothing. */
export const DEFAULT_POLICY: Omit<RepairPolicyRow, 'tenantId'> = {
  automatic: true,
  minimumConfidence: 0.9,
  criticalKeys: true,
  criticalMoney: true,
  criticalEntities: [],
  observeEveryMinutes: 60,
  updatedBy: null,
  updatedAt: new Date(0),
};
