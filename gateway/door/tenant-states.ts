import { LRUCache } from 'lru-cache';

/** FROZEN: everything may be read and nothing changed. CLOSING: nobody enters. */
export type TenantState = 'ACTIVE' | 'FROZEN' | 'CLOSING';

/** Tenants that were frozen or thawed lately; those forgotten are active. */
const MAX_TENANTS = 100_000;

/** How tenants stand, told by events that may come twice and, at first, out of order. */
export class TenantStates {
  private readonly known = new LRUCache<string, { state: TenantState; sequence: number }>({ max: MAX_TENANTS });

  /** @param initial tenants that are not active, before any event was heard */
  constructor(initial: readonly { tenantId: string; state: TenantState }[]) {
    for (const { tenantId, state } of initial) this.known.set(tenantId, { state, sequence: 0 });
  }

  of(tenantId: string): TenantState {
    return this.known.get(tenantId)?.state ?? 'ACTIVE';
  }

  /** @returns whether that is news */
  learn(tenantId: string, told: { frozen: boolean; closing?: boolean | undefined }, sequence: number): boolean {
    if ((this.known.get(tenantId)?.sequence ?? -1) >= sequence) return false;
    this.known.set(tenantId, { state: told.closing === true ? 'CLOSING' : told.frozen ? 'FROZEN' : 'ACTIVE', sequence });
    return true;
  }
}
