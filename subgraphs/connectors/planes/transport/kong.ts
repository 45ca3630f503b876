import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { Transport } from '../../kit/transport.ts';
import { planeErrors } from '../plane.errors.ts';
import type { PlaneRef } from '../plane-ref.ts';
import { routed } from './route.ts';

const said = z.object({ message: z.string() });
/** What Kong says itself, for gateways that were told to leave their headers out. */
const OWN_WORDS =
  /^(?:No API key found in request|Unauthorized|Invalid authentication credentials|no Route matched with those values|API rate limit exceeded|You cannot consume this service|An invalid response was received from the upstream server|The upstream server is (?:timing out|currently unavailable)|failure to get a peer from the ring-balancer|name resolution failed|Service unavailable)/u;

/**
 * Requests through Kong: the route's path before the vendor's own, the consumer's key in the header of key-auth or as basic-auth in
 * Proxy-Authorization (which Kong reads before Authorization, so that the vendor's own stays), and a correlation id for each of them.
 * Source: Kong's documentation of the plugins key-auth, basic-auth, correlation-id and rate-limiting.
 */
export function kongTransport(plane: PlaneRef): Transport {
  const { settings, secret } = plane;
  const correlation = (settings['correlationHeader'] ?? 'Kong-Request-ID').toLowerCase();
  return {
    rewrite: (url, headers) => ({
      url: routed(plane, url),
      headers: { ...headers, ...consumerHeaders(settings, secret), [correlation]: randomUUID() },
    }),
    failureOf: (status, headers, body) => (status < 400 ? null : failureOf(plane, status, headers, body)),
  };
}

/** What makes us known to the gateway. */
export function consumerHeaders(settings: PlaneRef['settings'], secret: string | null): Record<string, string> {
  if (secret === null || settings['authentication'] === 'NONE') return {};
  if (settings['authentication'] === 'BASIC') return { 'proxy-authorization': `Basic ${Buffer.from(secret).toString('base64')}` };
  return { [(settings['header'] ?? 'apikey').toLowerCase()]: secret };
}

/** Kong's own replies carry X-Kong-Response-Latency; those of the vendor X-Kong-Upstream-Latency. */
function failureOf({ name, address }: PlaneRef, status: number, headers: IncomingHttpHeaders, body: string): DomainError | null {
  if (headers['x-kong-upstream-latency'] !== undefined) return null;
  const message = messageOf(body);
  if (headers['x-kong-response-latency'] === undefined && (message === null || !OWN_WORDS.test(message))) return null;
  const host = new URL(address).host;
  const why = message ?? `it answered ${status}`;
  if (status === 401 || status === 403) return planeErrors.PLANE_SECRET_REFUSED({ host, why });
  if (status === 404) return planeErrors.PLANE_ROUTE_REFUSED({ plane: name, why });
  if (status === 429) return planeErrors.PLANE_LIMITED({ plane: name });
  return status >= 500 ? planeErrors.PLANE_SOURCE_AWAY({ plane: name, why }) : planeErrors.PLANE_ROUTE_REFUSED({ plane: name, why });
}

function messageOf(body: string): string | null {
  try {
    const parsed = said.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.message : null;
  } catch {
    return null;
  }
}
