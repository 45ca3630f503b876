import { z } from 'zod';
import { semanticModelSchema } from './semantic-model.ts';

/** What the ontology tells of: the business model, records and how good they are. */
export const ontologyEvents = {
  'ontology.mapping-proposed': z.object({
    proposalId: z.uuid(),
    connectionId: z.uuid(),
    tables: z.int(),
    fields: z.int(),
    lowestConfidence: z.number(),
  }),
  'ontology.published': z.object({
    proposalId: z.uuid(),
    connectionId: z.uuid(),
    decidedBy: z.uuid().nullable(),
    model: semanticModelSchema,
  }),
  /** A person published edits of the business model, or went back to an earlier version: no connection has a new mapping. */
  'ontology.edited': z.object({ publishedBy: z.uuid().nullable(), note: z.string().nullable(), model: semanticModelSchema }),
  'ontology.canonical-changed': z.object({
    connectionId: z.uuid(),
    proposalId: z.uuid().nullable(),
    syncId: z.uuid().nullable(),
    entities: z.array(z.object({ name: z.string(), changed: z.int(), removed: z.int() })),
    /** When the records were in their tables, before they were linked; left out by older versions. */
    mappedAt: z.iso.datetime().optional(),
  }),
  /** By what golden records are chosen has changed, or what a person says of some: they are worked out anew. `recordIds` null: all of the type. */
  'ontology.golden-outdated': z.object({ entityId: z.uuid(), recordIds: z.array(z.uuid()).nullable(), by: z.uuid() }),
  /** Records of one entity type have changed: places in the feed of changes behind `from`, up to `upTo`. */
  'ontology.records-changed': z.object({
    entity: z.string(),
    from: z.int().nonnegative(),
    upTo: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    removed: z.int().nonnegative(),
    /** Anything of the type may be different. */
    whole: z.boolean(),
  }),
  /** How good the records of entity types are has changed, by their data tests and the control totals of their sources. */
  'ontology.quality-changed': z.object({
    entities: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        /** 0…1; 1: nothing is wrong. */
        score: z.number().min(0).max(1),
        /** How many tests and totals are not as they should be; `before`: when it was told last. */
        failing: z.int().nonnegative(),
        before: z.int().nonnegative(),
        /** Why, in sentences that tell no value of any record. */
        reasons: z.array(z.string()),
      }),
    ),
  }),
  /** A proposal waits no longer, although nobody decided it: a newer one took its place, or the source is again as it was published. */
  'ontology.mapping-withdrawn': z.object({ proposalId: z.uuid(), connectionId: z.uuid(), supersededBy: z.uuid().nullable() }),
  /** An accepted proposal could not be published; it can be accepted again. */
  'ontology.publishing-failed': z.object({ proposalId: z.uuid(), connectionId: z.uuid(), code: z.string(), message: z.string() }),
} as const;
