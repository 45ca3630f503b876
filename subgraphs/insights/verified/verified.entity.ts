import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { PersonaName } from '../metrics/metric-definition.ts';

/** A question with the plan that somebody stands for. */
export const VerifiedAnswerRow = defineEntity({
  name: 'VerifiedAnswerRow',
  tableName: 'verified_answer',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    question: p.string(),
    /** The stems of its words: what makes two questions one. */
    questionKey: p.string(),
    persona: p.string().$type<PersonaName>().nullable(),
    plan: p.json().$type<unknown>(),
    /** Fingerprint of the definitions it rests on. */
    basis: p.string(),
    note: p.string().nullable(),
    verifiedBy: p.uuid(),
    verifiedAt: p.datetime(),
  },
});
export type VerifiedAnswerRow = InferEntity<typeof VerifiedAnswerRow>;
