import { setTimeout as rest } from 'node:timers/promises';
import {
  BrokenCircuitError, type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleType, noJitterGenerator,
} from 'cockatiel'; // prettier-ignore
import { LRUCache } from 'lru-cache';
import { backoffMs } from '../../kernel/backoff.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { intakeErrors } from './intake.errors.ts';

const MAX_TRIES = 3;
const BACKOFF = { firstMs: 500, longestMs: 5_000, spread: 0.5 };
const MAX_ASKED_WAIT_MS = 30_000;
const MAX_BREAKERS = 2_000;
const BREAK_AFTER = 5;
/** How long a service is left alone; twice as long each time that it fails again. */
export const FIRST_BREAK_MS = 30_000;
const LONGEST_BREAK_MS = 15 * 60_000;
const TOO_MANY = 429;
/** The same request may be taken later. */
const LATER: ReadonlySet<number> = new Set([408, 425, TOO_MANY]);
const FIRST_OF_THEIRS = 500;

/** In this process, by tenant and service: feeds of one that is down do not each wait for it. */
const breakers = new LRUCache<string, CircuitBreakerPolicy>({ max: MAX_BREAKERS });

/** A failure of theirs that may pass. */
class Later extends Error {
  readonly afterMs: number;
  /** A limit is no failure: the service is well. */
  readonly limited: boolean;

  constructor(why: string, { afterMs = 0, limited = false, cause }: { afterMs?: number; limited?: boolean; cause?: unknown } = {}) {
    super(why, { cause });
    this.afterMs = afterMs;
    this.limited = limited;
  }
}

/** What a reply that is no success fails with. */
export function refusal({ host }: URL, { status, headers }: Response): Error {
  if (status < FIRST_OF_THEIRS && !LATER.has(status)) return intakeErrors.FEED_REFUSED({ host, status });
  const seconds = Number(headers.get('retry-after') ?? 0);
  const afterMs = Number.isFinite(seconds) ? Math.min(seconds * 1_000, MAX_ASKED_WAIT_MS) : 0;
  return new Later(`it answered ${status}`, { afterMs, limited: status === TOO_MANY });
}

/**
 * Asks a feed's service, three times where that may help. One that fails five times in a row, whichever feeds it was asked for, is left alone for half
 * a minute; then one request is let through.
 * @param work one request; what it throws that is no DomainError is the service's fault
 * @throws FEED_NOT_ANSWERED, and each DomainError of `work`
 */
export async function askFeed<T>(tenantId: string, { origin, host }: URL, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const breaker = breakerOf(tenantId, origin);
  for (let tries = 1; ; tries++)
    try {
      return await breaker.execute(() => once(work, signal));
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        throw intakeErrors.FEED_NOT_ANSWERED({ host, why: 'it failed again and again, and is left alone for a while' }, { cause: error });
      if (!(error instanceof Later)) throw error;
      if (tries >= MAX_TRIES) throw intakeErrors.FEED_NOT_ANSWERED({ host, why: error.message }, { cause: error });
      await rest(Math.max(backoffMs(tries, BACKOFF), error.afterMs), undefined, { signal });
    }
}

/** A request that was given up is nobody's failure. */
async function once<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof DomainError || error instanceof Later) throw error;
    throw new Later(whyOf(error), { cause: error });
  }
}

function breakerOf(tenantId: string, origin: string): CircuitBreakerPolicy {
  const key = `${tenantId} ${origin}`;
  const breaker =
    breakers.get(key) ??
    circuitBreaker(
      handleType(Later, ({ limited }) => !limited),
      {
        halfOpenAfter: new ExponentialBackoff({ initialDelay: FIRST_BREAK_MS, maxDelay: LONGEST_BREAK_MS, generator: noJitterGenerator }),
        breaker: new ConsecutiveBreaker(BREAK_AFTER),
      },
    );
  breakers.set(key, breaker);
  return breaker;
}

/** In words that hold nothing of the address but its host. */
function whyOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'it did not answer in time';
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return `it could not be reached (${cause.code})`;
  return 'it could not be reached';
}
