import { fetch as undiciFetch } from 'undici';
import { kindOfAddress } from './address-rules.ts';
import { type AllowedAddress, assertAllowedAddress, type OutboundRules } from './allowed-address.ts';
import { agentTo, type OutboundLimits } from './checked-agent.ts';
import { outboundErrors } from './outbound.errors.ts';

/** A model writes for a while, to a few at a time. */
const LIMITS: OutboundLimits = { connections: 16, maxReplyBytes: 32 * 1024 * 1024, connectMs: 5_000 };

/**
 * Whether a service may be asked at an address that a person gave: its host has to be allowed, and without TLS it has to be on the server's own
 * machine or network. @returns the address to connect to. @throws HOST_NOT_FOUND, ADDRESS_NOT_ALLOWED
 */
export async function allowedService(url: URL, rules: OutboundRules): Promise<AllowedAddress> {
  const found = await assertAllowedAddress(url.hostname, rules);
  if (url.protocol !== 'https:' && kindOfAddress(found.address) !== 'PRIVATE')
    throw outboundErrors.ADDRESS_NOT_ALLOWED({ host: url.hostname, why: 'the internet is reached over https only' });
  return found;
}

/** A `fetch` that looks every host up, holds it against the rules, connects to the very address that was looked up, and follows nobody elsewhere. */
export function guardedFetch(rules: OutboundRules, limits: OutboundLimits = LIMITS): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const dispatcher = agentTo(await allowedService(url, rules), limits);
    return undiciFetch(url, { ...(init as object), redirect: 'error', dispatcher });
  };
}
