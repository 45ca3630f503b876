import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { ResolutionPolicies } from '../golden/tables.ts';

/**
 * Golden records that gained or lost members, those that began and those that ended among them; ALL: too many to be named.
 */
export type ChangedGolden = readonly string[] | 'ALL';

/** Finds out which records of sources are the same thing, and says so in the `golden_id` of their rows. */
export interface EntityResolver {
  /**
   * Resolves an entity type with golden records: all of it (`objectIds` null), or what these objects gained, which `changeId` marked among
   * their raw records (null: all of theirs). May be repeated, and then changes nothing. `arrived`: the rows that changed, where they are few and
   * all known: what has not been resolved is not looked for then. Null or none: it is.
   */
  resolveEntity(
    tenantId: string,
    entity: ModelEntity,
    objectIds: readonly string[] | null,
    changeId: string | null,
    arrived?: readonly string[] | null,
  ): Promise<{ changedGolden: ChangedGolden }>;
  /** What `resolveEntity` (or a person) changed has been followed: links and golden records are as it says. */
  settled?(tenantId: string, entityName: string, changed: ChangedGolden): Promise<void>;
  /** What the tenant has said about resolving its entity types. */
  policies(tenantId: string): Promise<ResolutionPolicies>;
}

/** Every record is its own thing. */
export const NO_RESOLUTION: EntityResolver = {
  resolveEntity: () => Promise.resolve({ changedGolden: [] }),
  policies: () => Promise.resolve(new Map()),
};
