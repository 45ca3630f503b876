import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Json } from '../../workflows/json.ts';

export const EffectStatus = {
  PLANNED: 'PLANNED',
  DONE: 'DONE',
  IN_DOUBT: 'IN_DOUBT',
  NOT_DONE: 'NOT_DONE',
  GIVEN_UP: 'GIVEN_UP',
} as const;
export type EffectStatus = (typeof EffectStatus)[keyof typeof EffectStatus];

/** One thing that an agent does where nobody but us keeps account, or that is ours alone. */
export const EffectRow = defineEntity({
  name: 'EffectRow',
  tableName: 'effect',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    key: p.string(),
    runId: p.uuid(),
    agentId: p.uuid(),
    path: p.string(),
    tool: p.string(),
    status: p.string().$type<EffectStatus>(),
    input: p.json().$type<Json>(),
    output: p.json().$type<Json>().nullable(),
    problem: p.string().nullable(),
    plannedAt: p.datetime(),
    settledAt: p.datetime().nullable(),
    settledBy: p.uuid().nullable(),
  },
});
export type EffectRow = InferEntity<typeof EffectRow>;
