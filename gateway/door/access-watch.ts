import { LRUCache } from 'lru-cache';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { EventTail } from '../../subgraphs/kernel/events/event-tail.ts';
import type { DomainEvent } from '../../subgraphs/kernel/outbox/consumer.ts';
import { ACCESS_TOKEN_MINUTES } from '../../subgraphs/kernel/viewer/session-token.ts';
import { ROLES, type Role, type UserViewer, type Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { GatewayContext, Grants } from '../context.ts';
import { doorErrors } from './door.errors.ts';
import { identityOf } from './identity.ts';
import { Revocations } from './revocations.ts';
import { TenantStates, type TenantState } from './tenant-states.ts';

/** Users whose role changed within the last session's length; the least recently changed are forgotten. */
const MAX_CHANGED = 100_000;
const SESSION_MS = ACCESS_TOKEN_MINUTES * 60_000;

/** Whose rights have changed; `userId` null: everybody's of the tenant. */
export interface ChangedAccess {
  tenantId: string;
  userId: string | null;
}

/** What people may do now, where that is not what they were admitted with. */
export interface AccessWatch {
  /** The context with the rights of this moment, or why its viewer may nothing any more. */
  current(context: GatewayContext): GatewayContext | DomainError;
  /** Whether nothing may be changed in the tenant. */
  isFrozen(tenantId: string): boolean;
  /** Calls back when rights have changed. @returns ends it */
  onChange(listener: (changed: ChangedAccess) => void): () => void;
  stop(): void;
}

/** Where rights do not change while they are held. */
export const FIXED_ACCESS: AccessWatch = {
  current: (context) => context,
  isFrozen: () => false,
  onChange: () => () => undefined,
  stop: () => undefined,
};

export interface WatchOptions {
  grantsOf: (viewer: Viewer) => Grants;
  now: Date;
  /** Tenants that are not as usual, of which the event log may tell no more. */
  tenants?: readonly { tenantId: string; state: TenantState }[];
}

/**
 * Keeps roles, what was revoked and the tenants' states in memory, told by the event log; knows from the start what changed since the oldest session
 * that still works was made.
 */
export async function watchAccess(events: EventTail, { grantsOf, now, tenants = [] }: WatchOptions): Promise<AccessWatch> {
  const roles = new LRUCache<string, { role: Role | null; sequence: number }>({ max: MAX_CHANGED });
  const revoked = new Revocations(SESSION_MS);
  const states = new TenantStates(tenants);
  const listeners = new Set<(changed: ChangedAccess) => void>();
  const tell = (changed: ChangedAccess): void => {
    for (const listener of listeners) listener(changed);
  };
  const learn = ({ topic, tenantId, sequence, payload }: DomainEvent): void => {
    if (topic === 'accounts.access-changed' && 'userId' in payload && 'role' in payload) {
      const { userId, role } = payload;
      const key = `${tenantId} ${userId}`;
      if ((roles.get(key)?.sequence ?? 0) >= sequence) return;
      // A role this version does not know allows nothing.
      roles.set(key, { role: ROLES.find((known) => known === role) ?? null, sequence });
      tell({ tenantId, userId });
    } else if (topic === 'accounts.credentials-revoked' && 'credentialId' in payload) {
      const { userId, credentialId, at } = payload;
      revoked.add({ tenantId, userId, credentialId, at: new Date(at) });
      tell({ tenantId, userId });
    } else if (topic === 'accounts.tenant-frozen' && 'frozen' in payload) {
      if (states.learn(tenantId, payload, sequence)) tell({ tenantId, userId: null });
    }
  };
  const stop = await events.watch(
    ['accounts.access-changed', 'accounts.credentials-revoked', 'accounts.tenant-frozen'],
    learn,
    new Date(now.getTime() - SESSION_MS),
  );
  const roleNow = ({ tenantId, userId, role }: Pick<UserViewer, 'tenantId' | 'userId' | 'role'>): Role | null => {
    const known = roles.get(`${tenantId} ${userId}`);
    return known === undefined ? role : known.role;
  };
  return {
    current(context) {
      const { viewer, proof } = context;
      if (viewer.kind !== 'user') return context;
      if (revoked.includes(viewer, proof?.madeAt ?? null)) return commonErrors.UNAUTHENTICATED({});
      if (states.of(viewer.tenantId) === 'CLOSING') return doorErrors.TENANT_CLOSING({});
      const maker = proof?.maker ?? null;
      // What a key may was worked out with its maker's role: it is worked out again before it is used again.
      if (maker !== null && roleNow({ ...maker, tenantId: viewer.tenantId }) !== maker.role) return commonErrors.UNAUTHENTICATED({});
      const role = roleNow(viewer);
      if (role === null) return commonErrors.FORBIDDEN({ action: 'anything in this workspace any more' });
      return role === viewer.role ? context : withRole(context, { ...viewer, role }, grantsOf);
    },
    isFrozen: (tenantId) => states.of(tenantId) !== 'ACTIVE',
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop,
  };
}

function withRole(context: GatewayContext, viewer: UserViewer, grantsOf: (viewer: Viewer) => Grants): GatewayContext {
  const forwarded = 'x-autonomos-user' in context.forwarded ? identityOf(viewer) : context.forwarded;
  return { ...context, viewer, grants: grantsOf(viewer), forwarded };
}
