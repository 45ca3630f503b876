import type { BucketPolicy, Draw } from './bucket.ts';
import { networkOf } from './network-of.ts';

/** What callers are held to. */
export const RATE_KINDS = ['READ', 'WRITE', 'UPLOAD'] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** For each person, key, or address from which nobody has logged in. */
export const RATES: Readonly<Record<RateKind, BucketPolicy>> = {
  READ: { name: 'read', perMinute: 300, burst: 60 },
  WRITE: { name: 'write', perMinute: 100, burst: 30 },
  UPLOAD: { name: 'upload', perMinute: 60, burst: 30 },
};

/** What one address may do for all who have logged in from it together, as a multiple of what each may: an office has one. */
const PEOPLE_BEHIND_ADDRESS = 20;

const ADDRESS_RATES: Readonly<Record<RateKind, BucketPolicy>> = {
  READ: together(RATES.READ),
  WRITE: together(RATES.WRITE),
  UPLOAD: together(RATES.UPLOAD),
};

/** Who is counted. */
export interface Counted {
  /** null: nobody who has logged in. */
  user: { tenantId: string; userId: string } | null;
  /** null: not known. */
  address: string | null;
}

/**
 * The buckets that a call is taken out of. Whoever has logged in has one, and shares a wide one with all who have logged in from the same address;
 * the others share one of their address, so that they never use up what those who are known have.
 */
export function drawsOf({ user, address }: Counted, kind: RateKind, cost: number): Draw[] {
  const network = address === null ? null : networkOf(address);
  if (user === null) return [{ key: `address:${network ?? 'unknown'}`, policy: RATES[kind], cost }];
  const own = userDraw(user, kind, cost);
  return network === null ? [own] : [own, { key: `office:${network}`, policy: ADDRESS_RATES[kind], cost }];
}

/** The bucket of one person. @param cost tokens; 0 only looks */
export function userDraw({ tenantId, userId }: { tenantId: string; userId: string }, kind: RateKind, cost: number): Draw {
  return { key: `${tenantId}:user:${userId}`, policy: RATES[kind], cost };
}

function together({ name, perMinute, burst }: BucketPolicy): BucketPolicy {
  return { name, perMinute: PEOPLE_BEHIND_ADDRESS * perMinute, burst: PEOPLE_BEHIND_ADDRESS * burst };
}
