import type { AssetDetails, Contract } from '../details/asset-details.ts';
import { unjoined } from '../details/tally.ts';
import { scaled } from '../known/currencies.ts';
import { monthsBack } from './months.ts';

/** A sum in one currency: ISO 4217, `XXX` where no record says which. */
export interface Sum {
  amount: number;
  currency: string;
  /** A record it is made of. */
  record: string | null;
}

/** What an asset costs, by currency: sums in different currencies are never added up. */
export interface Money {
  /** A year, by contracts that run. */
  contracted: readonly Sum[];
  /** In the last twelve complete months and the running one, by transactions. */
  paid: readonly Sum[];
  /** Contracts that run, a record for each. */
  running: readonly Contract[];
  seats: number;
}

const YEAR_MS = 365.25 * 86_400_000;
const DAY_MS = 86_400_000;

/** @param asOf milliseconds since 1970 */
export function moneyOf({ contracts, payments }: AssetDetails, asOf: number): Money {
  const running = (contracts?.entries() ?? [])
    .map(([, contract]) => contract)
    .filter(({ from, to }) => (from === null || from <= asOf) && (to === null || to + DAY_MS > asOf));
  const since = monthsBack(asOf, 12);
  const paid = (payments?.entries() ?? []).flatMap(([key, { hundredths, record }]): Sum[] => {
    const [month = '', currency = ''] = unjoined(key);
    return month >= since ? [{ amount: hundredths / 100, currency, record }] : [];
  });
  return {
    contracted: summed(running.flatMap((contract) => yearly(contract) ?? [])),
    paid: summed(paid),
    running,
    seats: running.reduce((sum, { seats }) => sum + Math.max(0, seats ?? 0), 0),
  };
}

/** What a contract comes to a year: shares of longer terms, the whole of shorter ones; divided among products that it may be about. */
function yearly({ amount, currency, from, to, record, sharedBy }: Contract): Sum | null {
  if (amount === null) return null;
  const years = from === null || to === null || to <= from ? 1 : Math.max(1, (to - from) / YEAR_MS);
  return { amount: amount / years / sharedBy, currency: currency ?? 'XXX', record };
}

/** Sums of an asset by currency, in whole hundredths: shares of terms and of products come to fractions of them. */
function summed(sums: readonly Sum[]): Sum[] {
  const byCurrency = Map.groupBy(sums, ({ currency }) => currency);
  return [...byCurrency]
    .map(([currency, each]) => ({
      currency,
      amount: Math.round(each.reduce((total, { amount }) => total + amount, 0) * 100) / 100,
      record: each.flatMap(({ record }) => record ?? []).toSorted()[0] ?? null,
    }))
    .toSorted((one, other) => (one.currency < other.currency ? -1 : 1));
}

/** The largest of sums in any currencies, by what they buy; null for none that is more than nothing. */
export function largest(sums: readonly Sum[]): Sum | null {
  const some = sums.filter(({ amount }) => amount > 0);
  return some.toSorted((one, other) => scaled(other.amount, other.currency) - scaled(one.amount, one.currency))[0] ?? null;
}
