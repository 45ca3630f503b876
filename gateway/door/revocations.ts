import { LRUCache } from 'lru-cache';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';

/** Credentials, and users, whose revocation is remembered one by one. */
const MAX_REMEMBERED = 100_000;

/** Credentials that were taken back: one, or all sessions of a user that were made before a moment. */
export interface Revocation {
  tenantId: string;
  userId: string;
  /** null: all of the user's sessions. */
  credentialId: string | null;
  at: Date;
}

/**
 * What was taken back, in memory. Where more is to be remembered than there is room for, the least recent becomes less exact and never weaker: for a
 * credential all earlier sessions of its user, for a user all earlier ones of the tenant.
 */
export class Revocations {
  private readonly tenants = new Map<string, number>();
  private readonly users: LRUCache<string, { tenantId: string; at: number }>;
  private readonly credentials: LRUCache<string, Revocation>;

  /** @param keptMs how long the longest credential works that is not looked up anew */
  constructor(keptMs: number, max = MAX_REMEMBERED) {
    this.users = new LRUCache<string, { tenantId: string; at: number }>({
      max,
      ttl: keptMs,
      dispose: ({ tenantId, at }, _key, reason) => {
        if (reason === 'evict') raise(this.tenants, tenantId, at);
      },
    });
    this.credentials = new LRUCache<string, Revocation>({
      max,
      ttl: keptMs,
      dispose: (revocation, _key, reason) => {
        if (reason === 'evict') this.revokeUser(revocation);
      },
    });
  }

  add(revocation: Revocation): void {
    const { tenantId, credentialId } = revocation;
    if (credentialId === null) this.revokeUser(revocation);
    else this.credentials.set(`${tenantId} ${credentialId}`, revocation);
  }

  /** @param madeAt when the viewer's session was made; null: unknown, and then any moment may be before it */
  includes({ tenantId, userId, credential }: UserViewer, madeAt: Date | null): boolean {
    if (credential !== undefined && this.credentials.has(`${tenantId} ${credential.id}`)) return true;
    // Keys are looked up again every few seconds, and are taken back one by one.
    if (credential?.kind === 'KEY') return false;
    const cut = Math.max(this.users.get(`${tenantId} ${userId}`)?.at ?? 0, this.tenants.get(tenantId) ?? 0);
    return cut > 0 && (madeAt === null || madeAt.getTime() < cut);
  }

  private revokeUser({ tenantId, userId, at }: Revocation): void {
    const key = `${tenantId} ${userId}`;
    this.users.set(key, { tenantId, at: Math.max(this.users.get(key)?.at ?? 0, at.getTime()) });
  }
}

function raise(cuts: Map<string, number>, key: string, at: number): void {
  cuts.set(key, Math.max(cuts.get(key) ?? 0, at));
}
