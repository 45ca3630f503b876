import type { IncomingMessage, ServerResponse } from 'node:http';

/** Pages of other origins that may talk to the graph; `*`: all. Cookies are never taken, so nothing is sent along by itself. */
export type AllowedOrigins = ReadonlySet<string> | '*';

const MAX_AGE_SECONDS = 600;
/** Headers of replies that pages may read. */
const EXPOSED = 'x-request-id, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, ratelimit-policy, idempotency-replayed';
const HEADER_NAMES = /^[\w-]+(?: *, *[\w-]+)*$/;
const MAX_HEADER_NAMES = 1_000;

/**
 * Lets pages of the allowed origins in: says so on the reply, and answers their browsers' questions beforehand.
 * @returns whether the request is answered already
 */
export function answerCors(request: IncomingMessage, response: ServerResponse, allowed: AllowedOrigins): boolean {
  const { origin, 'access-control-request-headers': wanted } = request.headers;
  const preflight = request.method === 'OPTIONS';
  if (allowed !== '*' && allowed.size > 0) response.setHeader('vary', 'origin');
  if (origin !== undefined && (allowed === '*' || allowed.has(origin))) {
    response.setHeader('access-control-allow-origin', allowed === '*' ? '*' : origin);
    response.setHeader('access-control-expose-headers', EXPOSED);
    if (preflight) {
      response.setHeader('access-control-allow-methods', 'GET, POST');
      response.setHeader('access-control-max-age', MAX_AGE_SECONDS);
      if (wanted !== undefined && wanted.length <= MAX_HEADER_NAMES && HEADER_NAMES.test(wanted))
        response.setHeader('access-control-allow-headers', wanted);
    }
  }
  if (!preflight) return false;
  response.writeHead(204, { allow: 'GET, POST, OPTIONS' });
  response.end();
  return true;
}
