import type { AssetFacts } from '../discovery/classify/asset.ts';
import type { Bounded } from '../discovery/details/bounded.ts';
import type { Tally } from '../discovery/details/tally.ts';
import { unjoined } from '../discovery/details/tally.ts';
import type { Reach } from '../discovery/known/scope-level.ts';
import { scaled } from '../discovery/known/currencies.ts';
import { scopeRisk } from '../discovery/known/scope-risk.ts';
import { ownersOf } from '../discovery/owners/suggest-owners.ts';
import { LEAST_CONFIDENCE } from '../discovery/findings/rules/owner.ts';
import { moneyOf } from '../discovery/profile/money.ts';
import { monthsBack } from '../discovery/profile/months.ts';
import { labelOf } from '../discovery/profile/profile.ts';
import { NO_CURRENCY } from '../discovery/words.ts';
import type { ApplicationProfile, ApplicationSpend } from './application-profile.type.ts';

/** When the last scan looked, and what it was the first to find. */
export interface LastLook {
  /** Milliseconds since 1970. */
  asOf: number;
  /** Null: there was no scan before. */
  isNew: boolean | null;
}

const MONTHS_OF_USE = 3;

/** What the records of an application say together, as of the last scan. */
export function profileOf(facts: AssetFacts, { asOf, isNew }: LastLook): ApplicationProfile {
  const { facets, months } = facts.details;
  const since = monthsBack(asOf, MONTHS_OF_USE);
  const [owner] = ownersOf(facts);
  return {
    label: labelOf(facts),
    vendor: mostFirst(facets.vendors)[0] ?? null,
    likelyOwner: owner !== undefined && owner.confidence >= LEAST_CONFIDENCE ? owner.who : null,
    departments: mostFirst(facets.departments),
    regions: mostFirst(facets.regions),
    environments: mostFirst(facets.environments),
    spend: spendOf(facts, asOf),
    activeUsers: Math.max(0, ...(months?.entries() ?? []).filter(([month]) => month >= since).map(([, { users }]) => users.distinct)),
    reads: readsOf(facets.scopes),
    isNew,
  };
}

/** Values of a facet, by how many records say them. */
function mostFirst(values: Bounded<Tally> | undefined): string[] {
  const said = values?.entries() ?? [];
  return said.toSorted(([one, { count: often }], [other, { count }]) => count - often || (one < other ? -1 : 1)).map(([value]) => value);
}

function spendOf({ details }: AssetFacts, asOf: number): ApplicationSpend[] {
  const { contracted, paid } = moneyOf(details, asOf);
  const most = new Map<string, number>();
  for (const { amount, currency } of [...contracted, ...paid]) most.set(currency, Math.max(amount, most.get(currency) ?? 0));
  return [...most]
    .toSorted(([one, less], [other, more]) => scaled(more, other) - scaled(less, one) || (one < other ? -1 : 1))
    .map(([currency, amount]) => ({ amount, currency: currency === NO_CURRENCY ? null : currency }));
}

/** Where writing is sending: who may only do that reads nothing. */
const SENT: ReadonlySet<Reach> = new Set(['MAIL', 'CHAT']);

/** Scopes that only tell who signs in, that reach what the application made itself, or that only send, read nothing of ours. */
function readsOf(scopes: Bounded<Tally> | undefined): Reach[] {
  const reads = new Set<Reach>();
  for (const [key] of scopes?.entries() ?? []) {
    const [provider = '', scope = ''] = unjoined(key);
    const { reach, level } = scopeRisk(provider, scope);
    if (level === 'SIGN_IN' || level === 'LIMITED' || (level === 'WRITE' && SENT.has(reach))) continue;
    reads.add(reach);
  }
  return [...reads].toSorted();
}
