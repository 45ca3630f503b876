import { LRUCache } from 'lru-cache';
import type { Database } from '../database/database.ts';
import type { EventTail } from '../events/event-tail.ts';
import type { UserViewer } from '../viewer/viewer.ts';
import { accessFor, UNRESTRICTED, type Access, type TenantRules } from './access.ts';
import { dataAccessErrors } from './data-access.errors.ts';
import type { UserData } from './data-rule.ts';
import { Kept } from './kept.ts';
import { readRules, readUserData } from './read-rules.ts';

/** What rules come to, kept by role and member. */
const MAX_WORKED_OUT = 20_000;

/** Tells what data a viewer may see. One per process. */
export interface DataAccess {
  /** What rules leave for the viewer; from memory when nothing has changed. Call it outside transactions. @throws DATA_RULES_UNREADABLE */
  of(viewer: UserViewer): Promise<Access>;
  /** The key of what `of` would say, when that is in memory; else null, and it is found out for the next time. */
  known(viewer: UserViewer): string | null;
  /** Reads the tenant's rules anew before they are used again: for the process that has just changed them. */
  forget(tenantId: string): void;
  close(): void;
}

/** Keeps rules in memory, told by the event log when they change. */
export function createDataAccess({ database, events }: { database: Database; events: EventTail }): DataAccess {
  const tenants = new Kept<TenantRules>();
  const members = new Kept<UserData>();
  const workedOut = new LRUCache<string, { rules: TenantRules; data: UserData; access: Access }>({ max: MAX_WORKED_OUT });
  const forget = (tenantId: string): void => {
    tenants.forget(tenantId);
    members.forget(tenantId);
  };
  let watching: Promise<() => void> | null = null;
  // Watched before anything is kept: no change falls between the two.
  const watch = (): Promise<() => void> =>
    (watching ??= events
      .watch(['accounts.data-rules-changed'], ({ tenantId }) => forget(tenantId), new Date())
      .catch((error: unknown) => {
        watching = null;
        throw error;
      }));

  const accessOf = ({ tenantId, userId, role }: UserViewer, rules: TenantRules, data: UserData): Access => {
    const name = `${tenantId} ${userId} ${role}`;
    const known = workedOut.get(name);
    if (known?.rules === rules && known.data === data) return known.access;
    const access = accessFor(rules, role, data);
    workedOut.set(name, { rules, data, access });
    return access;
  };
  const of = async (viewer: UserViewer): Promise<Access> => {
    const { tenantId, userId } = viewer;
    try {
      await watch();
      const rules = await tenants.get(tenantId, '', () => readRules(database, tenantId));
      if (isEmpty(rules)) return UNRESTRICTED;
      return accessOf(viewer, rules, await members.get(tenantId, userId, () => readUserData(database, tenantId, userId)));
    } catch (error) {
      throw dataAccessErrors.DATA_RULES_UNREADABLE({}, { cause: error });
    }
  };
  return {
    of,
    known(viewer) {
      const rules = tenants.peek(viewer.tenantId, '');
      const data = members.peek(viewer.tenantId, viewer.userId);
      const open = rules !== null && isEmpty(rules.value);
      // Nobody waits for it: whoever really reads is told when it fails.
      if (rules === null || rules.old || (!open && (data === null || data.old))) of(viewer).catch(() => undefined);
      if (rules === null) return null;
      if (open) return UNRESTRICTED.key;
      return data === null ? null : accessOf(viewer, rules.value, data.value).key;
    },
    forget,
    close() {
      watching?.then((stop) => stop()).catch(() => undefined);
    },
  };
}

const isEmpty = ({ rowRules, masks }: TenantRules): boolean => rowRules.length === 0 && masks.length === 0;
