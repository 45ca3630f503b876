import type {
  AssetActivity,
  AssetAdmission,
  AssetClass,
  AssetKind,
  AssetReasonCode,
  EvidencePlane,
  FindingSeverity,
} from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

interface Look {
  word: string;
  tone: Tone;
  /** What it means, in a sentence. */
  hint: string;
}

export const KINDS: Record<AssetKind, string> = { APPLICATION: 'Application', CONNECTION: 'Connection', DATA_OBJECT: 'Data object' };

export const CLASSES: Record<AssetClass, Look> = {
  SHADOW: { word: 'shadow', tone: 'bad', hint: 'External, in use, and governed by nobody.' },
  ZOMBIE: { word: 'zombie', tone: 'warning', hint: 'Governed, not used any more, and still paid for.' },
  PARKED: { word: 'parked', tone: 'neutral', hint: 'External, not used any more, and governed by nobody.' },
  CLEAN: { word: 'clean', tone: 'good', hint: 'Neither shadow, zombie nor parked.' },
};

export const ACTIVITIES: Record<AssetActivity, string> = { RECENT: 'in use', STALE: 'not lately', NONE: 'unknown' };

export const ADMISSIONS: Record<AssetAdmission, string> = {
  SEEN: 'seen by enough sources',
  CLOUD: 'in the cloud’s inventory',
  GOVERNED: 'governed by the company',
  EXCLUDED: 'excluded by the policy',
  BANNED: 'banned by the policy',
  INFRASTRUCTURE: 'only plumbing',
  NO_PUBLIC_SUFFIX: 'under no public suffix',
  TOO_FEW_SOURCES: 'seen by too few sources',
};

export const REASONS: Record<AssetReasonCode, string> = {
  HAS_DISCOVERY: 'seen by discovery',
  HAS_IDP: 'in the identity provider',
  NO_IDP: 'not in the identity provider',
  HAS_CMDB: 'in the CMDB',
  NO_CMDB: 'not in the CMDB',
  VENDOR_GOVERNED: 'governed through its vendor',
  GOVERNED: 'governed',
  UNGOVERNED: 'not governed',
  HAS_FINANCE: 'in the books',
  HAS_ONGOING_FINANCE: 'still paid for',
  HAS_CLOUD: 'in the cloud',
  RECENT_ACTIVITY: 'used lately',
  STALE_ACTIVITY: 'not used lately',
  HAS_SECURITY_ATTESTATION: 'security attested',
  NO_SECURITY_ATTESTATION: 'security not attested',
  POLICY_EXCLUDED: 'excluded or banned',
};

export const PLANES: Record<EvidencePlane, string> = {
  DISCOVERY: 'Discovery',
  IDP: 'Identity provider',
  CMDB: 'CMDB',
  CLOUD: 'Cloud',
  FINANCE: 'Finance',
  SECURITY: 'Security',
};

export const SEVERITIES: Record<FindingSeverity, { word: string; tone: Tone }> = {
  INFO: { word: 'info', tone: 'neutral' },
  WARNING: { word: 'warning', tone: 'warning' },
  CRITICAL: { word: 'critical', tone: 'bad' },
};

/** A code such as SHADOW_IT as people read it: "shadow IT". Pure. */
export function codeWords(code: string): string {
  return code
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\bit$/, 'IT')
    .replace(/\bidp\b/, 'IdP')
    .replace(/\bcmdb\b/, 'CMDB');
}

const WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(CLASSES).map(([code, { word }]) => [code, word])),
  ...ACTIVITIES,
  ...ADMISSIONS,
  ...REASONS,
  true: 'yes',
  false: 'no',
};

/** A value of what changed, which comes as text, in words; numbers and names as they are. Pure. */
export function valueWords(field: string, value: string | null): string {
  if (value === null) return '–';
  // GOVERNED is an admission and a reason; both say the same.
  return field === 'activity' && value === 'NONE' ? ACTIVITIES.NONE : (WORDS[value] ?? value);
}
