import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Overlay } from './overlay.ts';

/** One person's edits that are not published yet. */
export const DraftRow = defineEntity({
  name: 'OntologyDraftRow',
  tableName: 'ontology_draft',
  properties: {
    tenantId: p.uuid().primary(),
    userId: p.uuid().primary(),
    /** The version the draft was begun on, and its edits. */
    basedOn: p.integer(),
    base: p.json().$type<Overlay>(),
    overlay: p.json().$type<Overlay>(),
    /** Grows with every change. */
    revision: p.integer(),
    updatedAt: p.datetime(),
  },
});
export type DraftRow = InferEntity<typeof DraftRow>;
