import type { IncomingHttpHeaders } from 'node:http';

/** Whether a page may open this socket: one of our own, or none (programs send no origin). Browsers send it truthfully, and nothing else keeps other sites out. */
export function isSameOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
