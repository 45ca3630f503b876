import type { FindingStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

export const STATUSES: Record<FindingStatus, { word: string; tone: Tone }> = {
  OPEN: { word: 'open', tone: 'warning' },
  ACCEPTED: { word: 'accepted', tone: 'neutral' },
  RESOLVED: { word: 'resolved', tone: 'good' },
};

/** Kinds of findings that rules of discovery make. */
export const FINDING_CODES = ['SHADOW_IT', 'ZOMBIE', 'NO_OWNER', 'IDENTITY_GAP', 'FINANCE_GAP', 'COMPLIANCE_GAP', 'RISKY_GRANT', 'EXPIRED_CERTIFICATE', 'EXPIRED_ATTESTATION', 'BANNED_APPLICATION', 'DUPLICATE_SPEND', 'ANOMALY'] as const; // prettier-ignore
