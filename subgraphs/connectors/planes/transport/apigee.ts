import { z } from 'zod';
import type { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { OutboundRules } from '../../../kernel/outbound/allowed-address.ts';
import type { Transport } from '../../kit/transport.ts';
import { planeErrors } from '../plane.errors.ts';
import type { PlaneRef } from '../plane-ref.ts';
import { apigeeToken, dropApigeeToken } from './apigee-token.ts';
import { routed } from './route.ts';

const faulty = z.object({ fault: z.object({ faultstring: z.string().default(''), detail: z.object({ errorcode: z.string() }) }) });

/**
 * Requests through Apigee: the proxy's base path before the vendor's own, and the app's key, or a token of its client credentials in a header of its
 * own, so that the vendor's Authorization stays. Faults of the gateway are told by their error code. Source: Apigee's documentation of VerifyAPIKey,
 * OAuthV2, Quota and SpikeArrest, and its catalogue of runtime errors.
 */
export function apigeeTransport(plane: PlaneRef, rules: OutboundRules): Transport {
  const { settings, secret } = plane;
  const known = async (signal: AbortSignal): Promise<Record<string, string>> =>
    settings['authentication'] === 'OAUTH'
      ? { [(settings['tokenHeader'] ?? 'x-apigee-authorization').toLowerCase()]: `Bearer ${await apigeeToken(plane, rules, signal)}` }
      : { [(settings['header'] ?? 'x-apikey').toLowerCase()]: secret ?? '' };
  return {
    rewrite: async (url, headers, signal) => ({ url: routed(plane, url), headers: { ...headers, ...(await known(signal)) } }),
    failureOf: (status, _headers, body) => (status < 400 ? null : failureOf(plane, body)),
  };
}

function failureOf(plane: PlaneRef, body: string): DomainError | null {
  const fault = faultOf(body);
  if (fault === null) return null;
  const { name: called, address } = plane;
  const { faultstring, detail } = fault;
  const code = detail.errorcode;
  const why = `${faultstring} (${code})`;
  if (/access_token_expired|invalid_access_token/u.test(code) && plane.settings['authentication'] === 'OAUTH') {
    dropApigeeToken(plane);
    return planeErrors.PLANE_TOKEN_SPENT({ plane: called });
  }
  if (code.startsWith('policies.ratelimit.')) return planeErrors.PLANE_LIMITED({ plane: called });
  if (/oauth\.v2\.|apikey|keymanagement/iu.test(code)) return planeErrors.PLANE_SECRET_REFUSED({ host: new URL(address).host, why });
  if (/ApplicationNotFound|RouteFailed|UnableToMatchTargetEndpoint|ResourceNotFound/u.test(code))
    return planeErrors.PLANE_ROUTE_REFUSED({ plane: called, why });
  return planeErrors.PLANE_SOURCE_AWAY({ plane: called, why });
}

function faultOf(body: string): z.infer<typeof faulty>['fault'] | null {
  if (!body.includes('errorcode')) return null;
  try {
    const parsed = faulty.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.fault : null;
  } catch {
    return null;
  }
}
