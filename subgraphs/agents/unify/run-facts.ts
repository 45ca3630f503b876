import { z } from 'zod';

/** Where in the history a fact stands: the event's number, or the moment in ms of a decision made here. Compared within one kind of fact only. */
const told = { order: z.number(), at: z.iso.datetime() };
const count = z.int().nonnegative();

/**
 * What a run that unifies a connection knows, one optional fact per thing that can happen. Status, steps and problem are functions of the
 * facts, so neither the order in which they arrived nor how often can make two runs with the same facts differ.
 */
export const runFactsSchema = z
  .object({
    started: z.object(told),
    discovered: z.object({ ...told, tables: count, columns: count, records: count, skipped: count }),
    synced: z.object({
      ...told,
      /** null: the sync succeeded. */
      failure: z.string().nullable(),
      records: count,
      changed: count,
      removed: count,
      quarantined: count,
      /** There is nothing to unify: not a single table, or nothing changed since the records that are unified already. */
      nothingNew: z.boolean(),
    }),
    proposed: z.object({ ...told, proposalId: z.uuid(), tables: count, fields: count, lowestConfidence: z.number() }),
    decided: z.object({ ...told, status: z.enum(['APPROVED', 'REJECTED', 'EXPIRED']), comment: z.string().nullable() }),
    published: z.object({ ...told, proposalId: z.uuid(), decidedBy: z.uuid().nullable(), version: z.int(), entities: count }),
    unified: z.object({
      ...told,
      proposalId: z.uuid().nullable(),
      entities: z.array(z.object({ name: z.string(), changed: z.int(), removed: z.int() })),
    }),
    abandoned: z.object({ ...told, reason: z.enum(['SUPERSEDED', 'CONNECTION_REMOVED', 'MAPPING_REFUSED', 'WITHDRAWN', 'CANCELLED']) }),
    /** The metrics were bound anew after the records were unified. */
    measured: z.object({ ...told, available: count }),
    /** The accepted mapping could not be published; it may be later. */
    publishFailed: z.object({ ...told, message: z.string() }),
  })
  .partial();
export type RunFacts = z.infer<typeof runFactsSchema>;
export type FactName = keyof RunFacts;
export type Fact<Name extends FactName> = NonNullable<RunFacts[Name]>;

/** One thing that happened to a run. */
export type RunEvent = { [Name in FactName]: { fact: Name } & Fact<Name> }[FactName];
