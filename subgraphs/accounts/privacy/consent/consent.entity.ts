import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ConsentState, LegalBasis } from './consent.type.ts';

/** History of what people agreed to: written and read, never changed. */
export const ConsentEventRow = defineEntity({
  name: 'ConsentEventRow',
  tableName: 'consent_event',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** Keyed hash of the identifier. */
    subjectDigest: p.string(),
    /** The identifier, masked. */
    subject: p.string(),
    purpose: p.string(),
    legalBasis: p.string().$type<LegalBasis>(),
    source: p.string(),
    state: p.string().$type<ConsentState>(),
    at: p.datetime(),
    evidence: p.string(),
    recordedBy: p.uuid(),
    recordedAt: p.datetime(),
  },
});
export type ConsentEventRow = InferEntity<typeof ConsentEventRow>;
