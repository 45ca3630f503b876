import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Somebody at the door. */
export interface Caller {
  headers: IncomingHttpHeaders;
  /** Where it is; null: unknown. */
  address: string | null;
}

const MAPPED_IPV4 = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

/**
 * Who calls, and from where: the other end of the socket, or what so many proxies of ours have written into `X-Forwarded-For`. Each proxy adds one
 * address at the end; what stands further to the left anybody may have made up.
 * @param proxies how many stand in front of us; 0: the header is not looked at
 */
export function callerOf(request: IncomingMessage, proxies: number): Caller {
  const { headers, socket } = request;
  const peer = plainAddress(socket.remoteAddress ?? '');
  if (proxies === 0) return { headers, address: peer };
  const told = headers['x-forwarded-for'];
  const addresses = (typeof told === 'string' ? told : '').split(',').map((part) => part.trim());
  return { headers, address: plainAddress(addresses.at(-proxies) ?? '') ?? peer };
}

/** One way to write each address; null when it is none. */
function plainAddress(text: string): string | null {
  const address = text.replace(MAPPED_IPV4, '').toLowerCase();
  return isIP(address) === 0 ? null : address;
}
