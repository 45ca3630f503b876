import type { ServerResponse } from 'node:http';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';

/** Sends JSON and ends the response. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** Sends a failure in the shape of a GraphQL reply, so that every client reads errors in one way. */
export function sendError(response: ServerResponse, error: DomainError): void {
  const { status, ...extensions } = error.extensions;
  const { retryAfterMs } = extensions;
  if (retryAfterMs !== undefined) response.setHeader('retry-after', Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  sendJson(response, status, { errors: [{ message: error.message, extensions }] });
}
