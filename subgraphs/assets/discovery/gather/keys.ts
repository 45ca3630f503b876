import type { AssetFacts } from '../classify/asset.ts';
import { type Aliases, followAliases } from '../identity/aliases.ts';
import { type Host, isPunycode, isWildcard, readHost } from '../identity/host.ts';
import { comparable, comparableName } from '../identity/name.ts';
import type { Policy } from '../policy/policy.ts';

export type Key = Pick<AssetFacts, 'key' | 'keyKind'>;

/** Why what a record calls a host identifies nothing. */
export type HostProblem = 'WILDCARD_DOMAIN' | 'PUNYCODE_DOMAIN' | 'IP_ONLY';

/** What of a policy counts while records are read. */
export type KeyPolicy = Pick<Policy, 'aliases' | 'domains'>;

type Read = { kind: 'KEY'; key: Key } | { kind: 'REFUSED'; problem: HostProblem } | { kind: 'ADDRESS' } | { kind: 'NONE' };
export type Identified = Exclude<Read, { kind: 'ADDRESS' }>;

const NONE = { kind: 'NONE' } as const;
/** Hosts that were read last; logs repeat a few of them over and over. */
const MOST_REMEMBERED = 100_000;
/** Ends of names that networks give out themselves (RFC 6761, RFC 6762, RFC 8375, and by custom): what ends in them is a host, whatever it is called. */
const OWN_ENDS = /\.(?:local|localhost|localdomain|internal|intranet|lan|corp|home|private|invalid|test|example|onion)$/i;

/** Says which asset a host or a name is of, by one policy's aliases. */
export class Keys {
  readonly #aliases: Aliases;
  readonly #domains: KeyPolicy['domains'];
  readonly #hosts = new Map<string, Read>();
  readonly #names = new Map<string, Read>();

  constructor({ aliases, domains }: KeyPolicy) {
    this.#aliases = aliasesOf(aliases);
    this.#domains = domains;
  }

  /** By the registrable domain of its host, else by its name, else by the host that no registry knows. @param name comparable, of the same text as `called` */
  of(host: string | null, called: string | null, name: string): Identified {
    const byHost = host === null ? NONE : remembered(this.#hosts, host, () => this.#readHost(host));
    if (byHost.kind === 'KEY' || byHost.kind === 'REFUSED') return byHost;
    // Sensors that know no better put the host where the name goes.
    const byName = called === null ? NONE : remembered(this.#names, called, () => this.#readName(called, name));
    if (byName.kind !== 'NONE' && byName.kind !== 'ADDRESS') return byName;
    return byHost.kind === 'ADDRESS' || byName.kind === 'ADDRESS' ? { kind: 'REFUSED', problem: 'IP_ONLY' } : NONE;
  }

  /** By comparable name; null for an empty one. */
  ofName(name: string): Key | null {
    return name === '' ? null : this.#ended({ key: name, keyKind: 'NAME' });
  }

  #readHost(text: string): Read {
    if (comparableName(text) === '') return NONE;
    const host = readHost(text);
    return host === null ? NONE : this.#ofHost(text, host);
  }

  #readName(text: string, name: string): Read {
    const host = /^[^\s]+\.[^\s]+$/.test(text) || text.includes(':') ? readHost(text) : null;
    if (host?.kind === 'ADDRESS' || host?.kind === 'DOMAIN' || (host !== null && OWN_ENDS.test(host.host))) return this.#ofHost(text, host);
    const key = this.ofName(name);
    return key === null ? NONE : { kind: 'KEY', key };
  }

  #ofHost(text: string, host: Host): Read {
    if (host.kind === 'ADDRESS') return host;
    if (isWildcard(text) && !this.#domains.wildcards) return { kind: 'REFUSED', problem: 'WILDCARD_DOMAIN' };
    if (isPunycode(host.host) && !this.#domains.punycode) return { kind: 'REFUSED', problem: 'PUNYCODE_DOMAIN' };
    const whole = this.#aliases.end(host.host);
    if (whole !== host.host) return { kind: 'KEY', key: keyed(whole) };
    return {
      kind: 'KEY',
      key: this.#ended(host.kind === 'DOMAIN' ? { key: host.domain, keyKind: 'DOMAIN' } : { key: host.host, keyKind: 'UNLISTED' }),
    };
  }

  #ended(key: Key): Key {
    const end = this.#aliases.end(key.key);
    return end === key.key ? key : keyed(end);
  }
}

/** The aliases of a policy by the keys that they are of: a host below a domain is an alias by itself, not with its domain. */
export function aliasesOf(aliases: Policy['aliases']): Aliases {
  return followAliases(Object.entries(aliases).map(([from, to]) => [aliasText(from), keyText(to)] as const));
}

/** How a policy's domain or name is compared: a domain as registered, anything else as a name. */
export function keyText(text: string): string {
  const host = readHost(text);
  if (host?.kind === 'DOMAIN') return host.domain;
  return host !== null && host.host.includes('.') ? host.host : comparable(text);
}

function aliasText(text: string): string {
  const host = readHost(text);
  return host?.kind === 'DOMAIN' && host.host !== `www.${host.domain}` ? host.host : keyText(text);
}

function keyed(text: string): Key {
  const host = readHost(text);
  if (host?.kind === 'DOMAIN') return { key: host.domain, keyKind: 'DOMAIN' };
  return { key: text, keyKind: text.includes('.') ? 'UNLISTED' : 'NAME' };
}

function remembered(known: Map<string, Read>, text: string, read: () => Read): Read {
  const before = known.get(text);
  if (before !== undefined) return before;
  const made = read();
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(text, made);
  return made;
}
