/** Groups of four hexadecimal digits that a provider gives to one customer: a /64 (RFC 6177). */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/** What an address is counted as: itself, and of IPv6 its network, since one customer has all the addresses of that. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [plain = ''] = address.split('%');
  const [head = '', tail] = plain.split('::');
  const front = groupsOf(head);
  const back = tail === undefined ? [] : groupsOf(tail);
  const groups =
    tail === undefined
      ? front
      : [...front, ...Array.from({ length: Math.max(0, GROUPS - front.length - back.length) }, () => '0'), ...back];
  return `${groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
