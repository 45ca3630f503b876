import type { AssetFacts } from '../classify/asset.ts';
import { type Aliases, followAliases } from '../identity/aliases.ts';
import { readHost } from '../identity/host.ts';
import { comparable } from '../identity/name.ts';

export type Key = Pick<AssetFacts, 'key' | 'keyKind'>;

/** Hosts that were read last; logs repeat a few of them over and over. */
const MOST_REMEMBERED = 100_000;

/** Says which asset a host or a name is of, by one policy's aliases. */
export class Keys {
  readonly #alias: Aliases;
  readonly #remembered = new Map<string, Key | null>();

  constructor(aliases: Readonly<Record<string, string>>) {
    this.#alias = followAliases(Object.entries(aliases).map(([from, to]) => [keyText(from), keyText(to)] as const));
  }

  /** By host: its registrable domain, or the host itself where no registry knows it; null without one, and for addresses of the network. */
  ofHost(text: string | null): Key | null {
    if (text === null) return null;
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    const key = this.#read(text);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(text, key);
    return key;
  }

  /** By comparable name; null for an empty one. */
  ofName(name: string): Key | null {
    return name === '' ? null : this.#final({ key: name, keyKind: 'NAME' });
  }

  #read(text: string): Key | null {
    const host = readHost(text);
    if (host === null || host.kind === 'ADDRESS') return null;
    return this.#final(host.kind === 'DOMAIN' ? { key: host.domain, keyKind: 'DOMAIN' } : { key: host.host, keyKind: 'UNLISTED' });
  }

  #final(key: Key): Key {
    const end = this.#alias(key.key);
    if (end === key.key) return key;
    return { key: end, keyKind: readHost(end)?.kind === 'DOMAIN' ? 'DOMAIN' : 'NAME' };
  }
}

/** How a policy's domain or name is compared: a domain as registered, anything else as a name. */
function keyText(text: string): string {
  const host = readHost(text);
  return host?.kind === 'DOMAIN' ? host.domain : comparable(text);
}
