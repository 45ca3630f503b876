import type { Asset } from '../asset/asset.type.ts';
import { findingsOf } from './derive-findings.ts';
import type { Finding } from './finding.type.ts';
import { findingIdOf, RANK } from './found.ts';

/** Findings of a source that nothing has happened to since findings are kept: as they will be kept with its next event. */
export function derivedOf(tenantId: string, asset: Asset): Finding[] {
  const { id: assetId, lastSeenAt: at } = asset;
  return findingsOf(asset).map((found) => ({
    ...found, id: findingIdOf(tenantId, assetId, found.code, ''), about: null, remedy: null, evidence: [], status: 'OPEN', acceptedUntil: null,
    comment: null, decidedAt: null, firstSeenAt: at, lastSeenAt: at, resolvedAt: null, timesOpened: 1, assetId, assigneeId: null, decidedBy: null,
    rank: RANK[found.severity], openedAt: at,
  })); // prettier-ignore
}
