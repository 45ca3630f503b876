import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';
import type { FindingEvidence } from './finding-status.type.ts';
import type { FindingSeverity } from './finding.type.ts';

/** What a look at an asset found. */
export interface Found {
  code: string;
  /** Tells several of one code apart; empty where an asset has it at most once. */
  about: string;
  severity: FindingSeverity;
  title: string;
  detail: string;
  remedy: string | null;
  evidence: readonly FindingEvidence[];
}

/** The gravest comes first. */
export const RANK: Readonly<Record<FindingSeverity, number>> = { CRITICAL: 0, WARNING: 1, INFO: 2 };

/** The id of a finding: found again, it is the same. */
export function findingIdOf(tenantId: string, assetId: string, code: string, about: string): string {
  return nameBasedUuid(tenantId, `finding:${assetId}:${code}:${about}`);
}
