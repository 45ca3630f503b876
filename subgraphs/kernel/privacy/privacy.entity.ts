import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { PersonalDataType } from '../personal-data/finding.ts';

/** What happens to personal data where it comes in. */
export const PolicyAction = { ALLOW: 'ALLOW', WARN: 'WARN', REDACT: 'REDACT', BLOCK: 'BLOCK' } as const;
export type PolicyAction = (typeof PolicyAction)[keyof typeof PolicyAction];

/** What a policy is for. */
export const PolicySource = {
  ANY: 'ANY',
  CONNECTIONS: 'CONNECTIONS',
  CONNECTION: 'CONNECTION',
  QUESTIONS: 'QUESTIONS',
  AGENT_INPUTS: 'AGENT_INPUTS',
} as const;
export type PolicySource = (typeof PolicySource)[keyof typeof PolicySource];

/** Stands for every type in a policy. */
export const EVERY_TYPE = 'EVERY';

export const PersonalDataPolicyRow = defineEntity({
  name: 'PersonalDataPolicyRow',
  tableName: 'personal_data_policy',
  properties: {
    tenantId: p.uuid().primary(),
    sourceKind: p.string().primary().$type<PolicySource>(),
    /** A kind of connection, the id of one, or empty. */
    source: p.string().primary(),
    type: p.string().primary().$type<PersonalDataType | typeof EVERY_TYPE>(),
    action: p.string().$type<PolicyAction>(),
    updatedBy: p.uuid().nullable(),
    updatedAt: p.datetime(),
  },
});
export type PersonalDataPolicyRow = InferEntity<typeof PersonalDataPolicyRow>;

/** Where personal data came in. */
export type FindingSource = 'CONNECTION' | 'QUESTIONS' | 'AGENT_INPUTS';

export const PersonalDataFindingRow = defineEntity({
  name: 'PersonalDataFindingRow',
  tableName: 'personal_data_finding',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    sourceKind: p.string().$type<FindingSource>(),
    /** A connection's id, or empty. */
    sourceId: p.string(),
    sourceName: p.string(),
    objectId: p.uuid().nullable(),
    objectName: p.string(),
    columnName: p.string(),
    type: p.string().$type<PersonalDataType>(),
    valueCount: p.integer(),
    /** Told from samples; else counted. */
    estimated: p.boolean(),
    confidence: p.double(),
    action: p.string().$type<PolicyAction>(),
    firstSeenAt: p.datetime(),
    lastSeenAt: p.datetime(),
  },
});
export type PersonalDataFindingRow = InferEntity<typeof PersonalDataFindingRow>;
