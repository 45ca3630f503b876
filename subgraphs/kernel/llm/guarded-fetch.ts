import { Agent, fetch as undiciFetch } from 'undici';
import { kindOfAddress } from '../outbound/address-rules.ts';
import { type OutboundRules, assertAllowedAddress } from '../outbound/allowed-address.ts';
import { outboundErrors } from '../outbound/outbound.errors.ts';

/**
 * Whether a service may be asked at an address that a person gave: its host has to be allowed, and without TLS it has to be on the server's own
 * machine or network. @returns the address to connect to. @throws HOST_NOT_FOUND, ADDRESS_NOT_ALLOWED
 */
export async function allowedService(url: URL, rules: OutboundRules): Promise<{ address: string; family: 4 | 6 }> {
  const found = await assertAllowedAddress(url.hostname, rules);
  if (url.protocol !== 'https:' && kindOfAddress(found.address) !== 'PRIVATE')
    throw outboundErrors.ADDRESS_NOT_ALLOWED({ host: url.hostname, why: 'the internet is reached over https only' });
  return found;
}

/** A `fetch` that looks every host up, holds it against the rules, connects to the very address that was looked up, and follows nobody elsewhere. */
export function guardedFetch(rules: OutboundRules): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { address, family } = await allowedService(url, rules);
    const dispatcher = new Agent({
      connect: {
        lookup: (_name, { all }, done) => (all === true ? done(null, [{ address, family }]) : done(null, address, family)),
      },
    });
    const response = await undiciFetch(url, { ...(init as object), redirect: 'error', dispatcher });
    return response;
  };
}
