import type { IncomingHttpHeaders } from 'node:http';
import type { AllowedOrigins } from '../http/cors.ts';

/**
 * Whether a page may open this socket: one of our own, one of the origins that are allowed (`https://host:port`), or none (programs send no
 * origin). Browsers send it truthfully, and nothing else keeps other sites out.
 */
export function isWelcomeOrigin({ origin, host }: IncomingHttpHeaders, allowed: AllowedOrigins): boolean {
  if (origin === undefined || allowed === '*' || allowed.has(origin)) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
