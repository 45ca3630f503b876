import type { AssetFacts } from '../classify/asset.ts';

/** Names and vendors kept of one asset; further ones are counted as seen, and not matched by. */
const MOST_NAMES = 200;
const MOST_VENDORS = 50;
const MOST_SOURCES = 1_000;

/** An asset while evidence is still coming in. */
export interface Draft extends AssetFacts {
  names: Set<string>;
  vendors: Set<string>;
  seenBy: Map<string, number>;
  identities: { name: string; hasSso: boolean; lastLoginAt: number | null }[];
  configurationItems: { name: string; type: string | null; lifecycle: string | null }[];
  finance: { ongoing: boolean; yearly: number | null }[];
}

export function newDraft(key: string, keyKind: AssetFacts['keyKind']): Draft {
  return {
    key,
    keyKind,
    names: new Set(),
    vendors: new Set(),
    seenBy: new Map(),
    inCloud: false,
    identities: [],
    configurationItems: [],
    finance: [],
    attestations: 0,
  };
}

const keep = (kept: Set<string>, value: string, most: number): void => {
  if (value !== '' && kept.size < most) kept.add(value);
};

/** Takes a comparable name and vendor in; empty ones are none. */
export function nameDraft(draft: Draft, name: string, vendor: string): void {
  keep(draft.names, name, MOST_NAMES);
  keep(draft.vendors, vendor, MOST_VENDORS);
}

/** A source has seen it at a time. */
export function seeDraft({ seenBy }: Draft, source: string, at: number): void {
  const before = seenBy.get(source);
  if (before === undefined ? seenBy.size < MOST_SOURCES : at > before) seenBy.set(source, at);
}
