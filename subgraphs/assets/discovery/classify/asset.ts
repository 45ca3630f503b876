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

/** What all planes together say of one asset: everything that the policy judges by. Times in milliseconds since 1970. */
export interface AssetFacts {
  key: string;
  /** Whether the key is a registrable domain, a name, or a host that no registry knows. */
  keyKind: 'DOMAIN' | 'NAME' | 'UNLISTED';
  /** The names that matching goes by, comparable. */
  names: ReadonlySet<string>;
  /** When each discovery source saw it last. */
  seenBy: ReadonlyMap<string, number>;
  inCloud: boolean;
  /** Records of the identity provider, by what the policy asks of them. */
  identities: readonly { name: string; hasSso: boolean; lastLoginAt: number | null }[];
  configurationItems: readonly { name: string; type: string | null; lifecycle: string | null }[];
  finance: readonly { ongoing: boolean; yearly: number | null }[];
  attestations: number;
  /** The vendors it is said to be of, comparable. */
  vendors: ReadonlySet<string>;
}

export interface Judged {
  key: string;
  admission: Admission;
  class: AssetClass;
  activity: Activity;
  external: boolean;
  governed: boolean;
  reasons: readonly Reason[];
}
