import { BlockList, isIP } from 'node:net';

/** What an address is to us. FORBIDDEN: never reached, whatever is allowed. */
export type AddressKind = 'PUBLIC' | 'PRIVATE' | 'FORBIDDEN';

/** Services of clouds that hand out credentials to whoever asks from inside, and addresses that are no destination. RFC 3927, 4291, 6890. */
const forbidden = rangesOf(
  ['169.254.0.0/16', '0.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4', '100.100.100.200/32', '192.0.0.192/32', '168.63.129.16/32'],
  ['fe80::/10', 'ff00::/8', '::/128', 'fd00:ec2::254/128', 'fd20:ce::254/128'],
);
/** The machine itself and networks that are not on the internet. RFC 1918, 6598, 4193, 2544, 5737. */
const personal = rangesOf(
  [
    '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '100.64.0.0/10', '192.0.0.0/24', '192.0.2.0/24', '198.18.0.0/15', '198.51.100.0/24',
    '203.0.113.0/24',
  ],
  ['::1/128', 'fc00::/7', 'fec0::/10', '2001:db8::/32'],
); // prettier-ignore

/** The kind of an IP address. Addresses that carry an IPv4 address inside (mapped, NAT64, 6to4) are what that one is. @throws Error when it is none. */
export function kindOfAddress(address: string): AddressKind {
  const plain = address.replace(/%.*$/u, '');
  const family = isIP(plain);
  if (family === 0) throw new Error(`${address} is no IP address`);
  const inner = family === 6 ? embeddedIpv4(plain) : null;
  if (inner !== null) return kindOfAddress(inner);
  const type = family === 4 ? 'ipv4' : 'ipv6';
  if (forbidden.check(plain, type)) return 'FORBIDDEN';
  return personal.check(plain, type) ? 'PRIVATE' : 'PUBLIC';
}

function embeddedIpv4(address: string): string | null {
  const words = wordsOf(address);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = words;
  const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const zeros = (a | b | c | d) === 0;
  // ::ffff:0:0/96 mapped and ::/96 compatible; 64:ff9b::/96 is NAT64; 2002::/16 is 6to4.
  if (zeros && ((e === 0 && f === 0xffff) || (e === 0xffff && f === 0))) return dotted(g, h);
  if (zeros && e === 0 && f === 0 && (g !== 0 || h > 1)) return dotted(g, h);
  if (a === 0x64 && b === 0xff9b && (c | d | e | f) === 0) return dotted(g, h);
  return a === 0x2002 ? dotted(b, c) : null;
}

/** The eight words of an IPv6 address, as the URL parser writes it. */
function wordsOf(address: string): number[] {
  const text = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = text.split('::');
  const parse = (part: string): number[] => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)));
  const before = parse(head);
  const after = tail === undefined ? [] : parse(tail);
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

function rangesOf(v4: readonly string[], v6: readonly string[]): BlockList {
  const list = new BlockList();
  const add = (range: string, type: 'ipv4' | 'ipv6'): void => {
    const [network = '', prefix = ''] = range.split('/');
    list.addSubnet(network, Number(prefix), type);
  };
  for (const range of v4) add(range, 'ipv4');
  for (const range of v6) add(range, 'ipv6');
  return list;
}
