import type { AssetDetails } from '../details/asset-details.ts';

/** Why an asset is judged as it is; the codes that partners read. */
export const REASONS = [
  'HAS_DISCOVERY',
  'HAS_IDP',
  'NO_IDP',
  'HAS_CMDB',
  'NO_CMDB',
  'VENDOR_GOVERNED',
  'GOVERNED',
  'UNGOVERNED',
  'HAS_FINANCE',
  'HAS_ONGOING_FINANCE',
  'HAS_CLOUD',
  'RECENT_ACTIVITY',
  'STALE_ACTIVITY',
  'HAS_SECURITY_ATTESTATION',
  'NO_SECURITY_ATTESTATION',
  'POLICY_EXCLUDED',
] as const;
export type Reason = (typeof REASONS)[number];

export type AssetClass = 'SHADOW' | 'ZOMBIE' | 'PARKED' | 'CLEAN';
export type Activity = 'RECENT' | 'STALE' | 'NONE';

/** Whether an asset is part of the graph; what is rejected says why. */
export type Admission =
  | { admitted: true; because: 'SEEN' | 'CLOUD' | 'GOVERNED' }
  | { admitted: false; because: 'EXCLUDED' | 'BANNED' | 'INFRASTRUCTURE' | 'NO_PUBLIC_SUFFIX' | 'TOO_FEW_SOURCES' };

/** How one discovery source saw an asset. */
export interface Sighting {
  count: number;
  /** When it saw it last; null where no observation of it says when. */
  at: number | null;
  /** The observation that was the last one. */
  record: string | null;
}

/** Records of one kind, by the few that are shown as evidence: the first ones in the order of their ids. */
export interface Trace {
  count: number;
  records: readonly string[];
}

export interface IdentityFact {
  record: string | null;
  name: string;
  hasSso: boolean;
  lastLoginAt: number | null;
}

export interface ConfigurationFact {
  record: string | null;
  name: string;
  type: string | null;
  lifecycle: string | null;
}

export interface FinanceFact {
  record: string | null;
  /** Whether money goes on being paid as of the scan. */
  ongoing: boolean;
  /** A year, in the record's currency; null where it is not said. */
  yearly: number | null;
}

/** What all planes together say of one asset: everything that the policy judges by. Times in milliseconds since 1970. */
export interface AssetFacts {
  key: string;
  /** Whether the key is a registrable domain, a name, or a host that no registry knows. */
  keyKind: 'DOMAIN' | 'NAME' | 'UNLISTED';
  /** The names that matching goes by, comparable. */
  names: ReadonlySet<string>;
  /** The vendors it is said to be of, comparable. */
  vendors: ReadonlySet<string>;
  /** By discovery source. */
  seenBy: ReadonlyMap<string, Sighting>;
  identities: readonly IdentityFact[];
  configurationItems: readonly ConfigurationFact[];
  cloud: Trace;
  finance: readonly FinanceFact[];
  attestations: Trace;
  details: AssetDetails;
}

export interface Judged {
  key: string;
  admission: Admission;
  class: AssetClass;
  activity: Activity;
  external: boolean;
  governed: boolean;
  /** The governed asset of the same vendor that this one is governed by; null where it is by itself, or not. */
  governedBy: string | null;
  /** The asset that this one is a legacy, test or environment copy of, by its name; null for none. */
  copyOf: string | null;
  reasons: readonly Reason[];
}
