/** What a reply says about the limit it was answered under. */
export interface LimitState {
  remaining: number;
  limit: number | null;
  /** When there is more again, in milliseconds from now; null when it is not said. */
  resetMs: number | null;
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Names in the order in which they are believed: what is left, of how much, until when. Sources: the vendors' references, IETF RateLimit headers. */
const NAMES: readonly { remaining: string; limit: string; reset: string | null; resetUnitMs: number }[] = [
  { remaining: 'x-hubspot-ratelimit-remaining', limit: 'x-hubspot-ratelimit-max', reset: 'x-hubspot-ratelimit-interval-milliseconds', resetUnitMs: 1 },
  { remaining: 'x-rate-limit-remaining', limit: 'x-rate-limit', reset: 'ratelimit-reset', resetUnitMs: 1_000 },
  { remaining: 'x-ratelimit-remaining', limit: 'x-ratelimit-limit', reset: 'x-ratelimit-reset', resetUnitMs: 1_000 },
  { remaining: 'ratelimit-remaining', limit: 'ratelimit-limit', reset: 'ratelimit-reset', resetUnitMs: 1_000 },
]; // prettier-ignore
/** A reset above this many seconds is a moment since 1970, not a span. */
const LONGEST_SPAN_SECONDS = 100_000_000;
/** Below this share of the limit requests are spread over what is left of its window. */
const SCARCE = 0.1;
/** Used share of a day's allowance past which every request waits: the rest is for people. */
const DAILY_SCARCE = 0.05;
const DAILY_PAUSE_MS = 1_000;

/** What the headers tell; null when they tell nothing. */
export function limitState(headers: Headers, now: number): LimitState | null {
  for (const names of NAMES) {
    const remaining = numberOf(headers[names.remaining]);
    if (remaining === null) continue;
    const reset = names.reset === null ? null : numberOf(headers[names.reset]);
    return { remaining, limit: numberOf(headers[names.limit]), resetMs: reset === null ? null : span(reset, names.resetUnitMs, now) };
  }
  return structured(headers) ?? salesforce(headers);
}

/** How long the next request should wait so that the limit is not met. */
export function paceOf({ remaining, limit, resetMs }: LimitState): number {
  if (resetMs === null) return limit !== null && remaining < limit * DAILY_SCARCE ? DAILY_PAUSE_MS : 0;
  if (remaining <= 0) return resetMs;
  return limit !== null && remaining >= limit * SCARCE ? 0 : resetMs / (remaining + 1);
}

/** `RateLimit: "default";r=50;t=30`, or its older form `limit=100, remaining=50, reset=5`. */
function structured(headers: Headers): LimitState | null {
  const text = one(headers['ratelimit']);
  if (text === null) return null;
  const value = (name: string): number | null => numberOf(new RegExp(`(?:^|[;,\\s])${name}=(\\d+)`, 'u').exec(text)?.[1]);
  const remaining = value('r') ?? value('remaining');
  const seconds = value('t') ?? value('reset');
  return remaining === null ? null : { remaining, limit: value('limit') ?? value('q'), resetMs: seconds === null ? null : seconds * 1_000 };
}

/** `Sforce-Limit-Info: api-usage=18/5000`, over 24 hours. */
function salesforce(headers: Headers): LimitState | null {
  const used = /api-usage=(\d+)\/(\d+)/u.exec(one(headers['sforce-limit-info']) ?? '');
  if (used === null) return null;
  const limit = Number(used[2]);
  return { remaining: Math.max(0, limit - Number(used[1])), limit, resetMs: null };
}

function span(value: number, unitMs: number, now: number): number {
  return Math.max(0, unitMs === 1_000 && value > LONGEST_SPAN_SECONDS ? value * 1_000 - now : value * unitMs);
}

const one = (value: string | readonly string[] | undefined): string | null =>
  (typeof value === 'string' ? value : value?.[0])?.trim() ?? null;

function numberOf(value: string | readonly string[] | undefined): number | null {
  const text = one(value);
  const number = text === null || text === '' ? Number.NaN : Number(text.split(/[;,]/u)[0]);
  return Number.isFinite(number) ? number : null;
}
