import { comparable, isCopy } from '../identity/name.ts';
import type { Policy } from '../policy/policy.ts';
import type { AssetFacts } from './asset.ts';

type Identity = AssetFacts['identities'][number];
type ConfigurationItem = AssetFacts['configurationItems'][number];

/** What of the records about an asset counts under a policy. */
export interface Counts {
  identity: (record: Identity) => boolean;
  configurationItem: (record: ConfigurationItem) => boolean;
}

const among = (values: readonly string[]): ReadonlySet<string> => new Set(values.map(comparable));

/** Reads what a policy says about records once, for all assets. */
export function countsUnder({ identity, cmdb }: Policy): Counts {
  const marks = new Set(identity.copyMarks.map((mark) => mark.toLowerCase()));
  const [lifecycles, retired, types] = [among(cmdb.lifecycles), among(cmdb.retired), among(cmdb.types)];
  return {
    identity: ({ name, hasSso }) => (hasSso || !identity.requireSso) && !isCopy(name, marks),
    configurationItem: ({ lifecycle, type }) => {
      const [state, kind] = [comparable(lifecycle ?? ''), comparable(type ?? '')];
      if (retired.has(state)) return false;
      return (!cmdb.requireLifecycle || lifecycles.has(state)) && (!cmdb.requireType || types.has(kind));
    },
  };
}
