import { comparable, isCopy } from '../identity/name.ts';
import type { Policy } from '../policy/policy.ts';
import type { ConfigurationFact, FinanceFact, IdentityFact } from './asset.ts';

/** What of the records about an asset counts under a policy. */
export interface Counts {
  identity: (record: IdentityFact) => boolean;
  configurationItem: (record: ConfigurationFact) => boolean;
  /** Whether it is still paid for. */
  ongoing: (record: FinanceFact) => boolean;
}

const among = (values: readonly string[]): ReadonlySet<string> => new Set(values.map(comparable));

/** Reads what a policy says about records once, for all assets. */
export function countsUnder({ identity, cmdb, finance }: Policy): Counts {
  const marks = new Set(identity.copyMarks.map((mark) => mark.toLowerCase()));
  const [lifecycles, retired, types] = [among(cmdb.lifecycles), among(cmdb.retired), among(cmdb.types)];
  return {
    identity: ({ name, hasSso }) => (hasSso || !identity.requireSso) && !isCopy(name, marks),
    configurationItem: ({ lifecycle, type }) => {
      const [state, kind] = [comparable(lifecycle ?? ''), comparable(type ?? '')];
      if (retired.has(state)) return false;
      return (!cmdb.requireLifecycle || lifecycles.has(state)) && (!cmdb.requireType || types.has(kind));
    },
    ongoing: ({ ongoing, yearly }) => ongoing && (yearly ?? Infinity) >= finance.minimumYearlySpend,
  };
}
