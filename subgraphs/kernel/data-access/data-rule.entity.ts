import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Audience, MaskMode, RuleOperator, SensitiveKind } from './data-rule.ts';

export const RowRuleRow = defineEntity({
  name: 'RowRuleRow',
  tableName: 'data_row_rule',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    entityType: p.string(),
    path: p.json().$type<string[]>(),
    operator: p.string().$type<RuleOperator>(),
    listedValues: p.json().$type<string[]>(),
    userAttribute: p.string().nullable(),
    audience: p.json().$type<Audience>(),
    cascades: p.boolean(),
    changedBy: p.uuid(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
  },
});
export type RowRuleRow = InferEntity<typeof RowRuleRow>;

export const ColumnMaskRow = defineEntity({
  name: 'ColumnMaskRow',
  tableName: 'data_column_mask',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    entityType: p.string().nullable(),
    attribute: p.string().nullable(),
    sensitive: p.string().$type<SensitiveKind>().nullable(),
    mode: p.string().$type<MaskMode>(),
    audience: p.json().$type<Audience>(),
    changedBy: p.uuid(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
  },
});
export type ColumnMaskRow = InferEntity<typeof ColumnMaskRow>;

/** What a member is, as far as rules ask. */
export const UserDataRow = defineEntity({
  name: 'UserDataRow',
  tableName: 'user_data_attribute',
  properties: {
    tenantId: p.uuid().primary(),
    userId: p.uuid().primary(),
    groups: p.json().$type<string[]>(),
    attributes: p.json().$type<Record<string, string[]>>(),
  },
});
export type UserDataRow = InferEntity<typeof UserDataRow>;

/** The model that the event log last said was published: what rules can name. */
export const KnownModelRow = defineEntity({
  name: 'KnownModelRow',
  tableName: 'data_rule_model',
  properties: {
    tenantId: p.uuid().primary(),
    version: p.integer(),
    model: p.json().$type<SemanticModel>(),
  },
});
export type KnownModelRow = InferEntity<typeof KnownModelRow>;
