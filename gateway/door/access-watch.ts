import { LRUCache } from 'lru-cache';
import type { EventTail } from '../../subgraphs/kernel/events/event-tail.ts';
import { SESSION_HOURS } from '../../subgraphs/kernel/viewer/session-token.ts';
import { ROLES, type Role, type UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';

/** Users whose role changed within the last session's length; the least recently changed are forgotten. */
const MAX_CHANGED = 100_000;

/** What users may do now, where that is not what their sessions say: kept in memory, told by the event log. */
export interface AccessWatch {
  /** The user's role as it is now; null: nothing any more. */
  roleOf(viewer: UserViewer): Role | null;
  /** Calls back when a user's role has changed. @returns ends it */
  onChange(listener: (user: { tenantId: string; userId: string }) => void): () => void;
  stop(): void;
}

/** Knows from the start what changed since the oldest session that still works was made. */
export async function watchAccess(events: EventTail, now: Date): Promise<AccessWatch> {
  const changed = new LRUCache<string, { role: Role | null; sequence: number }>({ max: MAX_CHANGED });
  const listeners = new Set<(user: { tenantId: string; userId: string }) => void>();
  const stop = await events.watch(
    ['accounts.access-changed'],
    ({ tenantId, sequence, payload }) => {
      if (!('userId' in payload && 'role' in payload)) return;
      const { userId, role } = payload;
      const key = `${tenantId} ${userId}`;
      if ((changed.get(key)?.sequence ?? 0) >= sequence) return;
      // A role this version does not know allows nothing.
      changed.set(key, { role: ROLES.find((known) => known === role) ?? null, sequence });
      for (const listener of listeners) listener({ tenantId, userId });
    },
    new Date(now.getTime() - SESSION_HOURS * 60 * 60 * 1_000),
  );
  return {
    roleOf({ tenantId, userId, role }) {
      const known = changed.get(`${tenantId} ${userId}`);
      return known === undefined ? role : known.role;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop,
  };
}
