import { isIPv6 } from 'node:net';
import type { AttemptPolicy, Counted } from './attempts.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** One device or address at one account. */
const OWN: AttemptPolicy = { free: 10, firstDelayMs: SECOND, longestDelayMs: 15 * MINUTE, windowMs: 60 * MINUTE };
/** One address at all accounts together: a whole office may be behind it. */
const ADDRESS: AttemptPolicy = { free: 100, firstDelayMs: SECOND, longestDelayMs: MINUTE, windowMs: 15 * MINUTE };
/** All strangers together at one account: a thousand addresses are no way to guess faster. */
const STRANGERS: AttemptPolicy = { free: 100, firstDelayMs: SECOND, longestDelayMs: MINUTE, windowMs: 60 * MINUTE };

/** What anybody may ask for without proving anything, such as mails. */
const ASKED: AttemptPolicy = { free: 200, firstDelayMs: SECOND, longestDelayMs: MINUTE, windowMs: 15 * MINUTE };

/** Who tries: an account, from where. */
export interface Attempt {
  account: string;
  address: string | null;
  /** The id of a device that has logged in to this account before. */
  device: string | null;
  /** Whether the account was logged in to from this address before. */
  knownAddress: boolean;
}

/**
 * What an attempt is counted by. A device that is known to the account is counted by itself alone: whatever strangers do, it gets in.
 * Everybody else is slowed by what they themselves did, and strangers by one another.
 * @param purpose what is tried, such as `password`; different purposes are counted apart
 */
export function countedBy(purpose: string, { account, address, device, knownAddress }: Attempt): Counted[] {
  if (device !== null) return [{ name: `${purpose} device ${account} ${device}`, policy: OWN, shared: false }];
  const from = networkOf(address);
  return [
    { name: `${purpose} address ${account} ${from}`, policy: OWN, shared: false },
    { name: `${purpose} from ${from}`, policy: ADDRESS, shared: true },
    ...(knownAddress ? [] : [{ name: `${purpose} strangers ${account}`, policy: STRANGERS, shared: true }]),
  ];
}

/** What anonymous asking is counted by. */
export function askedFrom(purpose: string, address: string | null): Counted {
  return { name: `${purpose} asked from ${networkOf(address)}`, policy: ASKED, shared: true };
}

/** The address; of IPv6 the network of a customer (/64), who has all addresses in it. */
export function networkOf(address: string | null): string {
  if (address === null || !isIPv6(address)) return address ?? 'unknown';
  const text = new URL(`http://[${address.replace(/%.*$/u, '')}]/`).hostname.slice(1, -1);
  if (text.startsWith('::ffff:')) return text;
  const [head = '', tail] = text.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const words = [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after];
  return `${words.slice(0, 4).join(':')}::/64`;
}
