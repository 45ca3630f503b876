import type { AssetFacts, ConfigurationFact, FinanceFact, IdentityFact, Sighting, Trace } from '../classify/asset.ts';
import { type AssetDetails, noDetails } from '../details/asset-details.ts';

/** Names, vendors and sources kept of one asset: what has more of them is not one asset, and the rest would say no more of it. */
const MOST_NAMES = 2_000;
const MOST_VENDORS = 50;
const MOST_SOURCES = 1_000;
/** Records that are shown as evidence of one thing. */
const MOST_SHOWN = 5;

/** An asset while evidence is still coming in. */
export interface Draft extends AssetFacts {
  names: Set<string>;
  vendors: Set<string>;
  seenBy: Map<string, Sighting>;
  identities: IdentityFact[];
  configurationItems: ConfigurationFact[];
  finance: FinanceFact[];
  details: AssetDetails;
}

const NONE: Trace = { count: 0, records: [] };

export function newDraft(key: string, keyKind: AssetFacts['keyKind']): Draft {
  return {
    key,
    keyKind,
    names: new Set(),
    vendors: new Set(),
    seenBy: new Map(),
    identities: [],
    configurationItems: [],
    cloud: NONE,
    finance: [],
    attestations: NONE,
    details: noDetails(),
  };
}

/** A draft that goes on from what was known of an asset. */
export function restoredDraft(facts: AssetFacts): Draft {
  return {
    ...facts,
    names: new Set(facts.names),
    vendors: new Set(facts.vendors),
    seenBy: new Map([...facts.seenBy].map(([source, sighting]) => [source, { ...sighting }])),
    identities: [...facts.identities],
    configurationItems: [...facts.configurationItems],
    finance: [...facts.finance],
  };
}

/** The trace with one more record. */
export function traced({ count, records }: Trace, record: string | null): Trace {
  if (record === null || records.includes(record)) return { count: count + 1, records };
  return { count: count + 1, records: [...records, record].toSorted().slice(0, MOST_SHOWN) };
}

const keep = (kept: Set<string>, value: string, most: number): void => {
  if (value !== '' && kept.size < most) kept.add(value);
};

/** Takes a comparable name and vendor in; empty ones are none. */
export function nameDraft(draft: Draft, name: string, vendor: string): void {
  keep(draft.names, name, MOST_NAMES);
  keep(draft.vendors, vendor, MOST_VENDORS);
}

/** A source has seen it at a time; null: nobody knows when. */
export function seeDraft({ seenBy }: Draft, source: string, at: number | null, record: string | null): void {
  const before = seenBy.get(source);
  if (before === undefined) {
    if (seenBy.size < MOST_SOURCES) seenBy.set(source, { count: 1, at, record });
    return;
  }
  before.count += 1;
  // Of two at the same time the first by id, so that their order changes nothing.
  const later = (at ?? -Infinity) - (before.at ?? -Infinity);
  if (later > 0 || (!(later < 0) && (record ?? '') < (before.record ?? ''))) Object.assign(before, { at, record });
}
