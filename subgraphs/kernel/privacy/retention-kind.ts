import type { RetentionKindName } from '../../../schema/privacy/retention.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';

/** How one kind of thing that a tenant keeps for a time is counted and deleted, said by whoever owns it. A kind may have several owners. */
export type RetentionKind = { name: RetentionKindName } & (WithinUnits | AcrossTenants);

/** Rows that the tenant's own unit of work reaches. */
export interface WithinUnits {
  within: 'UNIT';
  /** How many are older than this. */
  count: (unit: UnitOfWork, olderThan: Date) => Promise<number>;
  /** Deletes up to `limit` of those. @returns how many; 0 when there are no more */
  prune: (unit: UnitOfWork, olderThan: Date, limit: number) => Promise<number>;
}

/** Rows that only work of the system may delete; bounded by whoever does it. */
export interface AcrossTenants {
  within: 'SYSTEM';
  count: (tenantId: string, olderThan: Date) => Promise<number>;
  /** @returns how many; 0 when there are no more */
  prune: (tenantId: string, olderThan: Date) => Promise<number>;
}
