import type { Evidence } from '../gather/evidence.ts';

export const FINDING_CODES = [
  'SHADOW_IT', 'ZOMBIE', 'NO_OWNER', 'IDENTITY_GAP', 'FINANCE_GAP', 'COMPLIANCE_GAP', 'RISKY_GRANT', 'EXPIRED_CERTIFICATE', 'EXPIRED_ATTESTATION',
  'BANNED_APPLICATION', 'DUPLICATE_SPEND', 'ANOMALY',
] as const; // prettier-ignore
export type FindingCode = (typeof FINDING_CODES)[number];

export type Severity = 'INFO' | 'WARNING' | 'CRITICAL';
export const SEVERITY_RANK: Readonly<Record<Severity, number>> = { INFO: 0, WARNING: 1, CRITICAL: 2 };

/** A record that speaks for a finding. */
export interface Reference {
  plane: Evidence['plane'];
  /** What the record is called in its source; null where it has no name there. */
  record: string | null;
  says: string;
}

/** Something that somebody should know or do about an asset. */
export interface DiscoveryFinding {
  /** The same for the same thing found again: asset, code and what it is about. */
  key: string;
  /** Key of the asset. */
  asset: string;
  code: FindingCode;
  /** What of the asset it is about, where it can have several of a code. */
  about: string | null;
  severity: Severity;
  title: string;
  detail: string;
  evidence: readonly Reference[];
  remedy: string;
}

/** References that are shown of one finding. */
export const MOST_REFERENCES = 10;

export const findingKey = (asset: string, code: FindingCode, about: string | null): string =>
  JSON.stringify(about === null ? [asset, code] : [asset, code, about]);
