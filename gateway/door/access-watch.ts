import { LRUCache } from 'lru-cache';
import type { EventTail } from '../../subgraphs/kernel/events/event-tail.ts';
import { SESSION_HOURS } from '../../subgraphs/kernel/viewer/session-token.ts';
import { ROLES, type Role, type Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { GatewayContext, Grants } from '../context.ts';
import { identityOf } from './identity.ts';

/** Users whose role changed within the last session's length; the least recently changed are forgotten. */
const MAX_CHANGED = 100_000;

/** What people may do now, where that is not what they were admitted with. */
export interface AccessWatch {
  /** The context with the rights of this moment; null: its viewer may nothing any more. */
  current(context: GatewayContext): GatewayContext | null;
  /** Calls back when a user's role has changed. @returns ends it */
  onChange(listener: (user: { tenantId: string; userId: string }) => void): () => void;
  stop(): void;
}

/** Where rights do not change while they are held. */
export const FIXED_ACCESS: AccessWatch = { current: (context) => context, onChange: () => () => undefined, stop: () => undefined };

/** Keeps the users' roles in memory, told by the event log; knows from the start what changed since the oldest session that still works was made. */
export async function watchAccess(events: EventTail, grantsOf: (viewer: Viewer) => Grants, now: Date): Promise<AccessWatch> {
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
    current(context) {
      const { viewer } = context;
      const known = viewer.kind === 'user' ? changed.get(`${viewer.tenantId} ${viewer.userId}`) : undefined;
      if (viewer.kind !== 'user' || known === undefined || known.role === viewer.role) return context;
      if (known.role === null) return null;
      const now = { ...viewer, role: known.role };
      return {
        ...context,
        viewer: now,
        grants: grantsOf(now),
        forwarded: 'x-autonomos-user' in context.forwarded ? identityOf(now) : context.forwarded,
      };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop,
  };
}
