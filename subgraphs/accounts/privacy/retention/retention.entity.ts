import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { RetentionKindName } from '../../../../schema/privacy/retention.ts';

export const RetentionRuleRow = defineEntity({
  name: 'RetentionRuleRow',
  tableName: 'retention_rule',
  properties: {
    tenantId: p.uuid().primary(),
    kind: p.string().primary().$type<RetentionKindName>(),
    days: p.integer(),
    updatedBy: p.uuid().nullable(),
    updatedAt: p.datetime(),
  },
});
export type RetentionRuleRow = InferEntity<typeof RetentionRuleRow>;

export const RetentionResultRow = defineEntity({
  name: 'RetentionResultRow',
  tableName: 'retention_result',
  properties: {
    tenantId: p.uuid().primary(),
    runId: p.uuid().primary(),
    kind: p.string().primary().$type<RetentionKindName>(),
    olderThan: p.datetime(),
    /** Nothing was deleted: the number says what would have been. */
    dryRun: p.boolean(),
    deleted: p.integer(),
    finishedAt: p.datetime(),
  },
});
export type RetentionResultRow = InferEntity<typeof RetentionResultRow>;
