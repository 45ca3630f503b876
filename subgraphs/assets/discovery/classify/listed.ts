import { aliasesOf, keyText } from '../gather/keys.ts';
import type { Aliases } from '../identity/aliases.ts';
import type { Policy } from '../policy/policy.ts';
import type { AssetFacts } from './asset.ts';

/** What a policy's lists say of an asset. */
export interface Listed {
  excluded: boolean;
  banned: boolean;
  infrastructure: boolean;
  own: boolean;
}

/** A list of domains and names as it is asked: an alias stands for what it is an alias of; a host below a domain is listed with it. */
function asked(entries: readonly string[], aliases: Aliases): (facts: Pick<AssetFacts, 'key' | 'names'>) => boolean {
  const listed = new Set(entries.map((entry) => aliases.end(keyText(entry))));
  listed.delete('');
  return ({ key, names }) => listed.has(key) || [...names].some((name) => listed.has(name));
}

/** Reads the lists of a policy once, for all assets. */
export function listedIn(policy: Policy): (facts: AssetFacts) => Listed {
  const aliases = aliasesOf(policy.aliases);
  const [excluded, banned] = [asked(policy.exclusions, aliases), asked(policy.banned, aliases)];
  const [infrastructure, own] = [asked(policy.infrastructure.domains, aliases), asked(policy.ownDomains, aliases)];
  return (facts) => ({
    excluded: excluded(facts),
    banned: banned(facts),
    infrastructure: infrastructure(facts),
    own: own(facts),
  });
}
