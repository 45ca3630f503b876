import { scaled } from '../../known/currencies.ts';
import { comparable } from '../../identity/name.ts';
import { largest } from '../../profile/money.ts';
import type { Profile } from '../../profile/profile.ts';
import { counted, listed, moneyText } from '../../words.ts';
import { MOST_REFERENCES } from '../finding.ts';
import type { Found, Look, Rule } from '../rule.ts';

/** Words that say nothing of what an application is for. */
const NO_PURPOSE: ReadonlySet<string> = new Set([
  'saas',
  'app',
  'application',
  'software',
  'service',
  'other',
  'unknown',
  'cloud',
  'database',
  'infrastructure',
  'server',
  'it',
  'vendor',
]);
/** More applications than this under one word are no alternatives of each other. */
const MOST_ALIKE = 8;

/** Paid twice: several contracts that run for the same product, and several paid applications for the same purpose. */
export const duplicateSpend: Rule = (profile, look) => [...contracts(profile), ...purposes(profile, look)];

function contracts({ label, money: { running } }: Profile): Found[] {
  const paid = running.filter(({ amount, sharedBy }) => (amount ?? 0) > 0 && sharedBy === 1);
  const byProduct = Map.groupBy(paid, ({ product }) => comparable(product ?? ''));
  return [...byProduct].flatMap(([product, same]): Found[] => {
    if (same.length < 2) return [];
    const sums = same.map(({ amount, currency }) => moneyText(amount ?? 0, currency ?? 'XXX'));
    return [
      {
        about: `contracts ${product}`.trim(),
        severity: 'WARNING',
        title: `${label} is under ${counted(same.length, 'contract')} at once`,
        detail: `They run at the same time, for ${listed(sums)}.`,
        evidence: same
          .slice(0, MOST_REFERENCES)
          .map(({ record }, at) => ({ plane: 'FINANCE', record, says: `a contract for ${sums[at] ?? ''} that runs` })),
        remedy: 'Bring them together into one contract when the first of them ends, and ask for the price of all seats.',
      },
    ];
  });
}

/** Told of all but the one that costs the most. */
function purposes(profile: Profile, { paidFor }: Look): Found[] {
  return purposesOf(profile).flatMap((purpose): Found[] => {
    const alike = paidFor.get(purpose) ?? [];
    const [dearest] = alike;
    if (alike.length < 2 || alike.length > MOST_ALIKE || dearest === undefined || dearest.facts.key === profile.facts.key) return [];
    const own = largest([...profile.money.contracted, ...profile.money.paid]);
    if (own === null) return [];
    const others = alike.filter(({ facts }) => facts.key !== profile.facts.key).map(({ label }) => label);
    return [
      {
        about: purpose,
        severity: 'INFO',
        title: `${profile.label} is paid for beside ${listed(others)}`,
        detail: `${counted(alike.length, 'application')} for ${purpose} are paid for; ${moneyText(own.amount, own.currency)} a year goes to this one.`,
        evidence: [{ plane: 'FINANCE', record: own.record, says: `${moneyText(own.amount, own.currency)} a year` }],
        remedy: `Decide on one application for ${purpose}, and move to it before the other contracts renew.`,
      },
    ];
  });
}

const purposesOf = ({ facts }: Profile): string[] =>
  (facts.details.facets.categories?.entries() ?? [])
    .map(([category]) => category.trim().toLowerCase())
    .filter((category) => !NO_PURPOSE.has(comparable(category)));

/** Paid applications by what they are for, the dearest first. */
export function paidByPurpose(admitted: readonly Profile[]): Map<string, Profile[]> {
  const costs = admitted.flatMap((profile) => {
    const most = largest([...profile.money.contracted, ...profile.money.paid]);
    return most === null || profile.judged.copyOf !== null ? [] : [{ profile, cost: scaled(most.amount, most.currency) }];
  });
  const byPurpose = new Map<string, Profile[]>();
  for (const { profile } of costs.toSorted(
    (one, other) => other.cost - one.cost || (one.profile.facts.key < other.profile.facts.key ? -1 : 1),
  ))
    for (const purpose of new Set(purposesOf(profile))) {
      const alike = byPurpose.get(purpose);
      if (alike === undefined) byPurpose.set(purpose, [profile]);
      else alike.push(profile);
    }
  return byPurpose;
}
