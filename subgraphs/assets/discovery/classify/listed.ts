import { readHost } from '../identity/host.ts';
import { comparable } from '../identity/name.ts';
import type { Policy } from '../policy/policy.ts';
import type { AssetFacts } from './asset.ts';

/** What a policy's lists say of an asset. */
export interface Listed {
  excluded: boolean;
  banned: boolean;
  infrastructure: boolean;
  own: boolean;
}

/** A list of domains and names as it is asked: a domain stands for itself and its name; a host below one is listed with it. */
function asked(entries: readonly string[]): (facts: Pick<AssetFacts, 'key' | 'names'>) => boolean {
  const keys = new Set<string>();
  const names = new Set<string>();
  for (const entry of entries) {
    const host = readHost(entry);
    if (host?.kind === 'DOMAIN') keys.add(host.domain);
    else if (host !== null && entry.includes('.')) keys.add(host.host);
    else names.add(comparable(entry));
  }
  names.delete('');
  return ({ key, names: own }) => keys.has(key) || names.has(key) || [...own].some((name) => names.has(name));
}

/** Reads the lists of a policy once, for all assets. */
export function listedIn(policy: Policy): (facts: AssetFacts) => Listed {
  const [excluded, banned] = [asked(policy.exclusions), asked(policy.banned)];
  const [infrastructure, own] = [asked(policy.infrastructure.domains), asked(policy.ownDomains)];
  return (facts) => ({
    excluded: excluded(facts),
    banned: banned(facts),
    infrastructure: infrastructure(facts),
    own: own(facts),
  });
}
