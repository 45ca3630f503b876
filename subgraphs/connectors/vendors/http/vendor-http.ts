import { setTimeout as wait } from 'node:timers/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { BrokenCircuitError } from 'cockatiel';
import type { z } from 'zod';
import { assertOutsideUnitOfWork } from '../../../kernel/database/unit-guard.ts';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { Authorisation } from '../../kit/auth/auth.ts';
import type { SourceOwner } from '../../kit/health.ts';
import type { Kit } from '../../kit/kit.ts';
import type { Transport } from '../../kit/transport.ts';
import { BREAK_MS, type ConnectionState } from './connection-state.ts';
import { HttpLine, type RawReply } from './http-line.ts';
import { limitState, paceOf } from './limit-headers.ts';
import { retryDelay } from './retry-delay.ts';
import { Temporary, Unauthorised, retryAfterMs } from './temporary.ts';
import type { Session } from './session.ts';
import { vendorErrors } from './vendor.errors.ts';

/** Attempts of one request, the first one too: while the vendor asks to wait, and while it fails; how long they may wait between them together. */
const MAX_LIMITED_ATTEMPTS = 8;
const MAX_FAILED_ATTEMPTS = 6;
const MAX_WAIT_MS = 120_000;
/** Tokens that one request asks for: another request may have worn one out meanwhile. */
const MAX_RENEWALS = 3;

export interface HttpCall {
  method?: 'GET' | 'POST';
  /** Below the base address, or absolute on the same host. */
  path: string;
  query?: Readonly<Record<string, string | number>>;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** What a vendor's own way to answer means, where the status alone does not tell. */
export type Verdict = 'LIMITED' | 'EXPIRED' | 'FAILED' | DomainError | null;
export type Judge = (reply: RawReply, call: HttpCall) => Verdict;

export interface HttpOptions {
  kit: Kit;
  owner: SourceOwner | null;
  state: ConnectionState;
  transport: Transport;
  /** The source's own base address. */
  location: string;
  session: Session;
  judge: Judge | null;
}

/**
 * JSON over HTTP with one source. Requests carry what authorises them and what the plane adds; a 401 renews a token; they wait as long as
 * Retry-After says and slow down when limit headers say that little is left; what may come right by itself is tried again, and a source that keeps
 * failing rests for ten seconds before one request probes it. Redirects are not followed; only the connection's own host is ever asked.
 */
export class VendorHttp {
  readonly host: string;
  readonly #options: HttpOptions;
  readonly #line: HttpLine;

  constructor(options: HttpOptions) {
    this.host = new URL(options.location).host;
    this.#options = options;
    this.#line = new HttpLine(options.transport, options.location, options.kit.rules);
  }

  /**
   * Sends one request and parses the reply. @throws VENDOR_SECRET_REFUSED, VENDOR_FORBIDDEN, VENDOR_RATE_LIMITED, VENDOR_UNREACHABLE,
   * VENDOR_REPLY_UNKNOWN; the signal's reason when it aborts
   */
  async json<T>(call: HttpCall, reply: z.ZodType<T>, signal: AbortSignal): Promise<T> {
    return (await this.reply(call, reply, signal)).body;
  }

  /** The same with the reply's headers: pages that are told by `Link`. */
  async reply<T>(call: HttpCall, reply: z.ZodType<T>, signal: AbortSignal): Promise<{ body: T; headers: IncomingHttpHeaders }> {
    return this.#send(call, signal, (raw) => ({ body: this.#parsed(raw, reply), headers: raw.headers }));
  }

  /** The reply's text, whatever it is: lines of JSON, a document. */
  async text(call: HttpCall, signal: AbortSignal): Promise<string> {
    return this.#send(call, signal, ({ text }) => text);
  }

  /** Ends the connections; the next request opens new ones. */
  async close(): Promise<void> {
    await this.#line.close();
  }

  async #send<T>(call: HttpCall, signal: AbortSignal, read: (raw: RawReply) => T): Promise<T> {
    assertOutsideUnitOfWork('asking a vendor');
    const { state } = this.#options;
    // What the last request failed of, also when the breaker lets none through any more.
    let last: Temporary | null = null;
    for (let attempt = 1, waited = 0, refused: Authorisation | null = null, renewals = 0; ; attempt++) {
      signal.throwIfAborted();
      try {
        return await state.gate.through(() => state.breaker.execute(async () => read(await this.#once(call, signal, refused))), signal);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (error instanceof Unauthorised) {
          if (++renewals > MAX_RENEWALS) throw this.#told(vendorErrors.VENDOR_SECRET_REFUSED({ host: this.host }));
          refused = error.granted;
          continue;
        }
        const temporary = error instanceof Temporary ? error : null;
        last = temporary ?? last;
        if (temporary === null && !(error instanceof BrokenCircuitError)) throw error instanceof DomainError ? this.#told(error) : error;
        const delay = temporary === null ? BREAK_MS : retryDelay(attempt, temporary.retryAfterMs, this.#options.kit.firstRetryMs);
        const attempts = temporary?.limited === true ? MAX_LIMITED_ATTEMPTS : MAX_FAILED_ATTEMPTS;
        if (attempt >= attempts || waited + delay > MAX_WAIT_MS) throw this.#told(this.#givingUp(last));
        if (temporary?.limited === true) this.#tell({ kind: 'LIMITED', waitMilliseconds: delay, remaining: 0, limit: null });
        waited += delay;
        await wait(delay, undefined, { signal });
      }
    }
  }

  async #once(call: HttpCall, signal: AbortSignal, refused: Authorisation | null): Promise<RawReply> {
    const { session, judge } = this.#options;
    const granted = await session.authorisation(this.#line, signal, refused);
    const begun = performance.now();
    const raw = await this.#line.send(call, granted, signal);
    const { status, text } = raw;
    this.#tell({ kind: 'ANSWERED', status, milliseconds: Math.round(performance.now() - begun) });
    this.#slowDown(raw);
    const verdict = judge?.(raw, call) ?? null;
    if (verdict instanceof DomainError) throw verdict;
    if (verdict === 'LIMITED' || (verdict === null && (status === 429 || status >= 500)) || verdict === 'FAILED')
      throw new Temporary(`it answered ${status}`, verdict === 'LIMITED' || status === 429, retryAfterMs(raw.headers));
    if (verdict === 'EXPIRED' || status === 401) {
      if (granted.renewable && granted !== refused) throw new Unauthorised(granted);
      throw vendorErrors.VENDOR_SECRET_REFUSED({ host: this.host });
    }
    if (status === 403) throw vendorErrors.VENDOR_FORBIDDEN({ host: this.host, what: raw.what });
    if (status >= 300) throw this.#unknown(raw, `status ${status}: ${text.slice(0, 200)}`);
    return raw;
  }

  #parsed<T>(raw: RawReply, reply: z.ZodType<T>): T {
    const json = jsonOf(raw.text);
    // A reply that begins as JSON and does not end as such was cut off on its way.
    if (json === undefined && /^\s*[[{]/u.test(raw.text)) throw new Temporary('its reply was cut off', false, null);
    const parsed = reply.safeParse(json);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw this.#unknown(raw, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no JSON'}`);
  }

  #slowDown({ headers }: RawReply): void {
    const limits = limitState(headers, Date.now());
    if (limits === null) return;
    const pace = Math.min(MAX_WAIT_MS, paceOf(limits));
    if (pace <= 0) return;
    this.#options.state.gate.holdUntil(Date.now() + pace);
    this.#tell({ kind: 'LIMITED', waitMilliseconds: Math.round(pace), remaining: limits.remaining, limit: limits.limit });
  }

  #unknown({ what }: RawReply, why: string): DomainError {
    return vendorErrors.VENDOR_REPLY_UNKNOWN({ host: this.host, what, why });
  }

  #givingUp(error: Temporary | null): DomainError {
    if (error?.cause instanceof DomainError) return error.cause;
    if (error?.limited === true) return vendorErrors.VENDOR_RATE_LIMITED({ host: this.host }, { cause: error });
    return vendorErrors.VENDOR_UNREACHABLE({ host: this.host, why: error?.message ?? 'it keeps failing' }, { cause: error });
  }

  #told(error: DomainError): DomainError {
    this.#tell({ kind: 'FAILED', code: error.code, why: error.message });
    return error;
  }

  #tell(event: Parameters<Kit['health']['tell']>[1]): void {
    this.#options.kit.health.tell(this.#options.owner, event);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
