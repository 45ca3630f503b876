import type { BucketState } from '../../subgraphs/kernel/limits/bucket.ts';
import { secondsOf } from './limits.errors.ts';
import type { CountedCall } from './ticket.ts';

const SECONDS_PER_MINUTE = 60;

/** What callers are told beside a reply, in `extensions.rateLimit`. */
export interface ToldLimit {
  kind: string;
  /** Tokens of a full bucket. */
  limit: number;
  remaining: number;
  /** Milliseconds until the bucket is full. */
  resetMs: number;
}

/** The same in the headers of draft-ietf-httpapi-ratelimit-headers-07, by name. */
export function limitHeaders({ drawn }: CountedCall): [name: string, value: string][] {
  const bucket = tightest(drawn.buckets);
  if (bucket === null) return [];
  const { policy, remaining, fullInMs } = bucket;
  const headers: [string, string][] = [
    ['ratelimit-limit', `${policy.burst}`],
    ['ratelimit-remaining', `${remaining}`],
    ['ratelimit-reset', `${Math.ceil(fullInMs / 1_000)}`],
    ['ratelimit-policy', `${policy.perMinute};w=${SECONDS_PER_MINUTE};burst=${policy.burst}`],
  ];
  return drawn.allowed ? headers : [...headers, ['retry-after', `${secondsOf(drawn.retryAfterMs)}`]];
}

/** @returns null when there is nothing to tell */
export function toldLimit({ kind, drawn }: CountedCall): ToldLimit | null {
  const bucket = tightest(drawn.buckets);
  return bucket === null ? null : { kind, limit: bucket.policy.burst, remaining: bucket.remaining, resetMs: bucket.fullInMs };
}

/** The bucket of which the smallest part is left. */
function tightest(buckets: readonly BucketState[]): BucketState | null {
  let found: BucketState | null = null;
  for (const bucket of buckets) if (found === null || part(bucket) < part(found)) found = bucket;
  return found;
}

const part = ({ remaining, policy }: BucketState): number => remaining / policy.burst;
