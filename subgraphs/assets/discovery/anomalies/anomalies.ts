import type { AssetFacts } from '../classify/asset.ts';
import { type AssetDetails, monthOf } from '../details/asset-details.ts';
import { type Tally, unjoined } from '../details/tally.ts';
import { scopeRisk } from '../known/scope-risk.ts';
import { counted, dayText, moneyText, numberText } from '../words.ts';
import { unusualLast } from './robust.ts';

export type AnomalyKind = 'SPEND' | 'USAGE' | 'VOLUME' | 'NEW_COUNTRY' | 'NEW_DATA_FLOW';

export interface Anomaly {
  kind: AnomalyKind;
  /** What of the asset is unusual: a currency, a country, what it sends data to; tells several of one kind apart. */
  about: string;
  /** Whether there is more of it than usual; what is new is more. */
  rise: boolean;
  says: string;
  record: string | null;
}

const DAY_MS = 86_400_000;
/** What was first seen within so many days is new … */
const NEW_DAYS = 30;
/** … where the asset has been seen for so long before. */
const KNOWN_DAYS = 90;
/** Sums below this are not worth a look, in any currency. */
const LEAST_SPEND = 250;
const LEAST_USERS = 5;
const LEAST_BYTES = 100_000_000;
const MOST_TOLD = 20;

/** What is unusual about an asset in the last complete month before a moment, and what is new about it. @param asOf milliseconds since 1970 */
export function anomaliesOf({ details }: AssetFacts, asOf: number): Anomaly[] {
  return [...spend(details, asOf), ...usage(details, asOf), ...news(details, asOf)].slice(0, MOST_TOLD);
}

/** Months without payments are left out: what is paid by the quarter is held against what was paid by the quarter. */
function spend({ payments }: AssetDetails, asOf: number): Anomaly[] {
  const last = monthBefore(asOf);
  const byCurrency = Map.groupBy(payments?.entries() ?? [], ([key]) => unjoined(key)[1] ?? '');
  return [...byCurrency].flatMap(([currency, entries]): Anomaly[] => {
    const until = entries.filter(([key]) => (unjoined(key)[0] ?? '') <= last);
    const latest = until.at(-1);
    if (latest === undefined || unjoined(latest[0])[0] !== last) return [];
    const found = unusualLast(until.map(([, { hundredths }]) => hundredths / 100));
    if (found === null || Math.abs(found.value - found.usual) < LEAST_SPEND) return [];
    const says = `${last} cost ${moneyText(found.value, currency)}; the median of the ${found.months} months with payments before is ${moneyText(found.usual, currency)}.`;
    return [{ kind: 'SPEND', about: currency, rise: found.score > 0, says, record: latest[1].record }];
  });
}

/** Months without use count as none, from the first month that has any. */
function usage({ months }: AssetDetails, asOf: number): Anomaly[] {
  if (months === null) return [];
  const last = monthBefore(asOf);
  const known = new Map(months.entries());
  const span = monthsBetween([...known.keys()][0] ?? last, last);
  const users = unusualLast(span.map((month) => known.get(month)?.users.distinct ?? 0));
  const bytes = unusualLast(span.map((month) => known.get(month)?.bytes ?? 0));
  return [
    ...(users === null || Math.abs(users.value - users.usual) < LEAST_USERS
      ? []
      : [{ kind: 'USAGE' as const, about: 'users', rise: users.score > 0, record: null, says: `${counted(users.value, 'person', 'people')} used it in ${last}; the median of the ${users.months} months before is ${numberText(users.usual)}.` }]),
    ...(bytes === null || bytes.score < 0 || bytes.value - bytes.usual < LEAST_BYTES
      ? []
      : [{ kind: 'VOLUME' as const, about: 'bytes', rise: true, record: null, says: `${numberText(bytes.value / 1e6)} MB were sent to it in ${last}; the median of the ${bytes.months} months before is ${numberText(bytes.usual / 1e6)} MB.` }]),
  ]; // prettier-ignore
}

/** Countries, data flows and far-reaching scopes that an asset which has long been known did not have. */
function news({ facets, months }: AssetDetails, asOf: number): Anomaly[] {
  const since = firstOf(
    [...(facets.names?.entries() ?? []), ...(facets.countries?.entries() ?? []), ...(facets.users?.entries() ?? [])],
    months?.entries()[0]?.[0],
  );
  if (since === null || since > asOf - KNOWN_DAYS * DAY_MS) return [];
  const isNew = (first: number | null): first is number => first !== null && first > asOf - NEW_DAYS * DAY_MS;
  const countries = (facets.countries?.entries() ?? []).flatMap(([country, { first, record }]): Anomaly[] =>
    isNew(first) && facets.countries?.more === false && (facets.countries?.size ?? 0) > 1
      ? [
          {
            kind: 'NEW_COUNTRY',
            about: country,
            rise: true,
            says: `It was used from ${country} for the first time on ${dayText(first)}.`,
            record,
          },
        ]
      : [],
  );
  const flows = (facets.relations?.entries() ?? []).flatMap(([key, { first, record }]): Anomaly[] => {
    const [kind = '', to = ''] = unjoined(key);
    if (!isNew(first) || facets.relations?.more === true || (kind !== 'TALKS_TO' && kind !== 'HOLDS_DATA_OF')) return [];
    return [
      {
        kind: 'NEW_DATA_FLOW',
        about: to,
        rise: true,
        says: `Data went between it and ${to} for the first time on ${dayText(first)}.`,
        record,
      },
    ];
  });
  const scopes = (facets.scopes?.entries() ?? []).flatMap(([key, { first, record }]): Anomaly[] => {
    const [provider = '', scope = ''] = unjoined(key);
    if (!isNew(first) || scopeRisk(provider, scope).risk < FAR) return [];
    return [{ kind: 'NEW_DATA_FLOW', about: scope, rise: true, says: `It was granted ${scope} on ${dayText(first)}.`, record }];
  });
  return [...countries, ...flows, ...scopes];
}

/** Scopes that read everything of a kind. */
const FAR = 0.6;

function firstOf(entries: readonly (readonly [string, Tally])[], month: string | undefined): number | null {
  const times = [...entries.flatMap(([, { first }]) => first ?? []), ...(month === undefined ? [] : [Date.parse(`${month}-28T00:00:00Z`)])];
  return times.length === 0 ? null : Math.min(...times);
}

/** The last month that was over at a moment. */
function monthBefore(asOf: number): string {
  const date = new Date(asOf);
  return monthOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1)) ?? '';
}

const MOST_MONTHS = 40;

/** All months from one to another, both of them too; the last ones where there are many. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  const at = new Date(`${to}-01T00:00:00Z`);
  for (let month = to; month >= from && months.length < MOST_MONTHS; month = monthOf(at.getTime()) ?? '') {
    months.unshift(month);
    at.setUTCMonth(at.getUTCMonth() - 1);
  }
  return months;
}
