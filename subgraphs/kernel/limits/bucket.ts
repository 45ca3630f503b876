/** How fast one kind of call may come: a bucket of `burst` tokens that fills at `perMinute`. */
export interface BucketPolicy {
  /** What is counted, as callers are told and as keys end: `read`. */
  name: string;
  /** Tokens that come back in a minute. */
  perMinute: number;
  /** Tokens of a full bucket. */
  burst: number;
}

/** What one call takes out of one bucket. */
export interface Draw {
  /** Whose bucket it is; without the policy's name. */
  key: string;
  policy: BucketPolicy;
  /** Tokens; 0 only looks. What is dearer than a full bucket takes a full one. */
  cost: number;
}

/** A bucket after a call. */
export interface BucketState {
  policy: BucketPolicy;
  /** Whole tokens that are left. */
  remaining: number;
  /** Milliseconds until it is full. */
  fullInMs: number;
}

/** What came of a call: it may go on, or not before `retryAfterMs`. Nothing is taken out of any bucket when one of them has too little. */
export interface Drawn {
  allowed: boolean;
  retryAfterMs: number;
  /** In the order of the draws. */
  buckets: readonly BucketState[];
}

const MICROS_PER_MINUTE = 60_000_000;

/** Microseconds in which one token comes back; whole, so that sums of them are exact. */
export function intervalOf({ perMinute }: BucketPolicy): number {
  return Math.round(MICROS_PER_MINUTE / perMinute);
}

/** Tokens that a draw takes: never more than there can be. */
export function tokensOf({ policy, cost }: Draw): number {
  return Math.min(policy.burst, Math.max(0, Math.ceil(cost)));
}

/**
 * How long a draw has to wait. A bucket is kept as the time until it is full (the generic cell rate algorithm, ITU-T I.371): a token taken puts that
 * off by one interval, and it may never lie further ahead than a whole bucket takes to fill.
 * @param lackMicros microseconds until the bucket is full @returns microseconds; 0 or less: none
 */
export function waitOf(draw: Draw, lackMicros: number): number {
  return lackMicros + (tokensOf(draw) - draw.policy.burst) * intervalOf(draw.policy);
}

/** The state of a bucket. @param lackMicros microseconds until it is full */
export function stateOf(policy: BucketPolicy, lackMicros: number): BucketState {
  const interval = intervalOf(policy);
  const lack = Math.max(0, lackMicros);
  return { policy, remaining: Math.max(0, Math.floor((policy.burst * interval - lack) / interval)), fullInMs: Math.ceil(lack / 1_000) };
}

/** What came of a call, told by how long it has to wait and what its buckets lack. */
export function drawnOf(draws: readonly Draw[], waitMicros: number, lacks: readonly number[]): Drawn {
  return {
    allowed: waitMicros <= 0,
    retryAfterMs: Math.max(0, Math.ceil(waitMicros / 1_000)),
    buckets: draws.map(({ policy }, index) => stateOf(policy, lacks[index] ?? 0)),
  };
}
