import type { IncomingHttpHeaders } from 'node:http';
import type { Authorisation } from '../../kit/auth/auth.ts';

/** What may come right by itself: a reply of 429 or 5xx, a connection that broke, a reply that was cut off. */
export class Temporary extends Error {
  override readonly name = 'Temporary';
  /** The vendor asks to wait; it is well. */
  readonly limited: boolean;
  readonly retryAfterMs: number | null;

  constructor(message: string, limited: boolean, retryAfterMs: number | null, options?: ErrorOptions) {
    super(message, options);
    this.limited = limited;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The caller is not known any more. */
export class Unauthorised extends Error {
  override readonly name = 'Unauthorised';
  /** What it was asked with. */
  readonly granted: Authorisation;

  constructor(granted: Authorisation) {
    super('the token is not accepted');
    this.granted = granted;
  }
}

/** What Retry-After asks for: seconds or a date (RFC 9110, section 10.2.3). */
export function retryAfterMs(headers: IncomingHttpHeaders): number | null {
  const header = headers['retry-after'];
  if (header === undefined) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
