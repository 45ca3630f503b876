import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { assertOutsideUnitOfWork } from '../database/unit-guard.ts';
import type { System } from '../system.ts';
import { kindOfAddress } from './address-rules.ts';
import { outboundErrors } from './outbound.errors.ts';

export interface OutboundRules {
  /** Sources on the server's own machine and network may be connected: always on a personal machine, else by ALLOW_PRIVATE_SOURCES=true. */
  allowPrivate: boolean;
}

/** An address to connect to instead of its name, so that what was checked is what is reached. */
export interface AllowedAddress {
  address: string;
  family: 4 | 6;
}

/**
 * Looks up a host that a person gave and checks every address it has; one that is not allowed refuses them all.
 * @returns the first address. @throws HOST_NOT_FOUND, ADDRESS_NOT_ALLOWED
 */
export async function assertAllowedAddress(host: string, rules: OutboundRules): Promise<AllowedAddress> {
  assertOutsideUnitOfWork('looking up a host');
  const name = host.replace(/^\[(.*)\]$/u, '$1');
  const found = isIP(name) > 0 ? [{ address: name, family: isIP(name) }] : await addressesOf(name);
  for (const { address } of found) {
    const kind = kindOfAddress(address);
    if (kind === 'FORBIDDEN')
      throw outboundErrors.ADDRESS_NOT_ALLOWED({ host, why: 'it leads to a link-local or reserved address, which is never connected' });
    if (kind === 'PRIVATE' && !rules.allowPrivate)
      throw outboundErrors.ADDRESS_NOT_ALLOWED({ host, why: 'it leads into the private network of the server' });
  }
  const [first] = found;
  if (first === undefined) throw outboundErrors.HOST_NOT_FOUND({ host });
  return { address: first.address, family: first.family === 6 ? 6 : 4 };
}

async function addressesOf(host: string): Promise<{ address: string; family: number }[]> {
  try {
    return await lookup(host, { all: true });
  } catch (error) {
    throw outboundErrors.HOST_NOT_FOUND({ host }, { cause: error });
  }
}

/** What this server may reach: a personal machine everything but what nobody may. */
export const outboundRules = ({ topology, config }: Pick<System, 'topology' | 'config'>): OutboundRules => ({
  allowPrivate: topology === 'embedded' || config.allowPrivateSources,
});
