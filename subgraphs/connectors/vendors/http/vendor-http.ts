import { setTimeout as wait } from 'node:timers/promises';
import { BrokenCircuitError, type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleType } from 'cockatiel';
import { Agent, request as send } from 'undici';
import type { z } from 'zod';
import { assertOutsideUnitOfWork } from '../../../kernel/database/unit-guard.ts';
import type { DomainError } from '../../../kernel/errors/domain-error.ts';
import { type OutboundRules, assertAllowedAddress } from '../../../kernel/outbound/allowed-address.ts';
import { retryDelay } from './retry-delay.ts';
import { vendorErrors } from './vendor.errors.ts';

const TIMEOUT_MS = 30_000;
const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** Attempts of one request, the first one too: while the vendor asks to wait, and while it fails; how long they may wait between them together. */
const MAX_LIMITED_ATTEMPTS = 8;
const MAX_FAILED_ATTEMPTS = 4;
const MAX_WAIT_MS = 120_000;
const BREAK_AFTER = 5;
const BREAK_MS = 10_000;

export interface HttpCall {
  method?: 'GET' | 'POST';
  /** Below the base address, or absolute on the same host. */
  path: string;
  query?: Readonly<Record<string, string | number>>;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** What may come right by itself: a reply of 429 or 5xx, a connection that broke. */
class Temporary extends Error {
  override readonly name = 'Temporary';
  readonly limited: boolean;
  readonly retryAfterMs: number | null;

  constructor(message: string, limited: boolean, retryAfterMs: number | null, options?: ErrorOptions) {
    super(message, options);
    this.limited = limited;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * JSON over HTTP with one vendor: waits as long as Retry-After says, tries again what may come right by itself, and lets a vendor that keeps failing
 * rest for ten seconds. Redirects are not followed; only the host of the base address is ever asked.
 */
export class VendorHttp {
  readonly host: string;
  readonly #base: string;
  readonly #rules: OutboundRules;
  readonly #breaker: CircuitBreakerPolicy;
  #agent: Agent | null = null;

  constructor(base: string, rules: OutboundRules) {
    const url = new URL(base);
    this.host = url.host;
    this.#base = url.href.replace(/\/+$/u, '');
    this.#rules = rules;
    // A limit is no failure: the vendor is well.
    this.#breaker = circuitBreaker(
      handleType(Temporary, (error) => !error.limited),
      { halfOpenAfter: BREAK_MS, breaker: new ConsecutiveBreaker(BREAK_AFTER) },
    );
  }

  /**
   * Sends one request and parses the reply. @throws VENDOR_SECRET_REFUSED, VENDOR_FORBIDDEN, VENDOR_RATE_LIMITED, VENDOR_UNREACHABLE,
   * VENDOR_REPLY_UNKNOWN; the signal's reason when it aborts
   */
  async json<T>(call: HttpCall, reply: z.ZodType<T>, signal: AbortSignal): Promise<T> {
    assertOutsideUnitOfWork('asking a vendor');
    for (let attempt = 1, waited = 0; ; attempt++) {
      signal.throwIfAborted();
      try {
        return await this.#breaker.execute(() => this.#once(call, reply, signal));
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        const temporary = error instanceof Temporary ? error : null;
        if (temporary === null && !(error instanceof BrokenCircuitError)) throw error;
        const delay = temporary === null ? BREAK_MS : retryDelay(attempt, temporary.retryAfterMs);
        const attempts = temporary?.limited === true ? MAX_LIMITED_ATTEMPTS : MAX_FAILED_ATTEMPTS;
        if (attempt >= attempts || waited + delay > MAX_WAIT_MS) throw this.#givingUp(temporary);
        waited += delay;
        await wait(delay, undefined, { signal });
      }
    }
  }

  /** Ends the connections; the next request opens new ones. */
  async close(): Promise<void> {
    const agent = this.#agent;
    this.#agent = null;
    await agent?.close();
  }

  async #once<T>({ method = 'GET', path, query, headers, body }: HttpCall, reply: z.ZodType<T>, signal: AbortSignal): Promise<T> {
    const url = path.startsWith('/') ? new URL(this.#base + path) : new URL(path);
    if (url.host !== this.host) throw vendorErrors.VENDOR_REPLY_UNKNOWN({ host: this.host, what: path, why: `it leads to ${url.host}` });
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
    const what = url.pathname;
    this.#agent ??= await this.#connect(url.hostname);
    const timeout = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const sent = await send(url, {
      method, dispatcher: this.#agent, signal: timeout, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS,
      headers: { accept: 'application/json', ...headers }, body: body ?? null,
    }).catch((error: unknown) => Promise.reject(this.#broken(error))); // prettier-ignore
    const text = await sent.body.text().catch((error: unknown) => Promise.reject(this.#broken(error)));
    const status = sent.statusCode;
    if (status === 429 || status >= 500) {
      const after = sent.headers['retry-after'];
      throw new Temporary(`it answered ${status}`, status === 429, retryAfterMs(Array.isArray(after) ? after[0] : after));
    }
    if (status === 401) throw vendorErrors.VENDOR_SECRET_REFUSED({ host: this.host });
    if (status === 403) throw vendorErrors.VENDOR_FORBIDDEN({ host: this.host, what });
    if (status >= 300) throw vendorErrors.VENDOR_REPLY_UNKNOWN({ host: this.host, what, why: `status ${status}: ${text.slice(0, 200)}` });
    const parsed = reply.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw vendorErrors.VENDOR_REPLY_UNKNOWN({
      host: this.host,
      what,
      why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no JSON'}`,
    });
  }

  /** Connects to the address that was checked, whatever the name means a moment later. */
  async #connect(hostname: string): Promise<Agent> {
    const { address, family } = await assertAllowedAddress(hostname, this.#rules);
    return new Agent({
      connections: 4,
      maxResponseSize: MAX_BODY_BYTES,
      connect: { lookup: (_name, { all }, done) => (all === true ? done(null, [{ address, family }]) : done(null, address, family)) },
    });
  }

  #broken(error: unknown): Error {
    return new Temporary(error instanceof Error ? error.message : 'the connection broke', false, null, { cause: error });
  }

  #givingUp(error: Temporary | null): DomainError {
    if (error?.limited === true) return vendorErrors.VENDOR_RATE_LIMITED({ host: this.host }, { cause: error });
    return vendorErrors.VENDOR_UNREACHABLE({ host: this.host, why: error?.message ?? 'it keeps failing' }, { cause: error });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What Retry-After asks for: seconds or a date (RFC 9110, section 10.2.3). */
function retryAfterMs(header: string | undefined): number | null {
  if (header === undefined) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
