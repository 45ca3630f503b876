import { LRUCache } from 'lru-cache';
import type { Database } from '../database/database.ts';
import type { EventTail } from '../events/event-tail.ts';
import type { UserViewer } from '../viewer/viewer.ts';
import { accessFor, UNRESTRICTED, type Access, type TenantRules } from './access.ts';
import { dataAccessErrors } from './data-access.errors.ts';
import type { UserData } from './data-rule.ts';
import { readRules, readUserData } from './read-rules.ts';

/** How long rules are kept without being told of a change; changes are told within a second. */
const KEPT_MS = 10_000;
const MAX_TENANTS = 5_000;
/** Members whose groups and attributes are kept, of all tenants together. */
const MAX_MEMBERS = 20_000;

/** Tells what data a viewer may see. One per process. */
export interface DataAccess {
  /** What rules leave for the viewer; from memory when nothing has changed. Call it outside transactions. @throws DATA_RULES_UNREADABLE */
  of(viewer: UserViewer): Promise<Access>;
  /** Reads the tenant's rules anew before they are used again: for the process that has just changed them. */
  forget(tenantId: string): void;
  close(): void;
}

/** Keeps rules in memory, told by the event log when they change. */
export function createDataAccess({ database, events }: { database: Database; events: EventTail }): DataAccess {
  const tenants = new LRUCache<string, Promise<TenantRules>>({ max: MAX_TENANTS, ttl: KEPT_MS });
  const members = new LRUCache<string, Promise<UserData>>({ max: MAX_MEMBERS, ttl: KEPT_MS });
  const forget = (tenantId: string): void => {
    tenants.delete(tenantId);
    for (const key of members.keys()) if (key.startsWith(tenantId)) members.delete(key);
  };
  let watching: Promise<() => void> | null = null;
  let closed = false;
  // Watched before anything is kept: no change falls between the two.
  const watch = (): Promise<() => void> =>
    (watching ??= events
      .watch(['accounts.data-rules-changed'], ({ tenantId }) => forget(tenantId), new Date())
      .catch((error: unknown) => {
        watching = null;
        throw error;
      }));
  const kept = <T>(cache: LRUCache<string, Promise<T & object>>, key: string, read: () => Promise<T & object>): Promise<T> => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const reading = read();
    cache.set(key, reading);
    // What failed is not kept.
    reading.catch(() => cache.peek(key) === reading && cache.delete(key));
    return reading;
  };

  return {
    async of({ tenantId, userId, role }) {
      try {
        await watch();
        const rules = await kept(tenants, tenantId, () => readRules(database, tenantId));
        if (rules.rowRules.length === 0 && rules.masks.length === 0) return UNRESTRICTED;
        const data = await kept(members, `${tenantId} ${userId}`, () => readUserData(database, tenantId, userId));
        return accessFor(rules, role, data);
      } catch (error) {
        throw dataAccessErrors.DATA_RULES_UNREADABLE({}, { cause: error });
      }
    },
    forget,
    close() {
      if (closed) return;
      closed = true;
      void watching?.then((stop) => stop()).catch(() => undefined);
    },
  };
}
