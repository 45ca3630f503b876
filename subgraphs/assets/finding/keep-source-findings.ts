import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { AssetRow } from '../asset/asset.entity.ts';
import { findingsOf, NO_OWNER } from './derive-findings.ts';
import { FindingRow } from './finding.entity.ts';
import type { Found } from './found.ts';
import { type FoundOn, keepFindings } from './keep-findings.ts';

const WITHOUT_MORE = { about: '', remedy: null, evidence: [] } satisfies Partial<Found>;
const UNOWNED: Found = { ...NO_OWNER, ...WITHOUT_MORE, detail: 'Nobody was named: nobody answers for it.' };

/** Keeps what follows from what happened to a connection and its objects; of a removed one nothing does any more. */
export async function keepConnectionFindings(unit: UnitOfWork, connectionId: string, at: Date): Promise<void> {
  const { em, tenantId } = unit;
  await em.flush();
  // What statements changed meanwhile, too.
  const assets = await em.find(AssetRow, { tenantId, connectionId }, { refresh: true });
  await keepFindings(unit, assets.map(({ id }) => id), assets.flatMap(foundOn), at); // prettier-ignore
}

/** Keeps what follows from who owns assets now. */
export async function keepOwnership(unit: UnitOfWork, assets: readonly AssetRow[], at: Date): Promise<void> {
  const { em, tenantId } = unit;
  await em.flush();
  const sources = assets.filter(({ kind }) => kind !== 'APPLICATION');
  await keepFindings(unit, sources.map(({ id }) => id), sources.flatMap(foundOn), at); // prettier-ignore
  for (const { id: assetId, ownerId, ...asset } of assets) {
    if (asset.kind !== 'APPLICATION') continue;
    const others = await em.find(FindingRow, { tenantId, assetId, present: true, code: { $ne: NO_OWNER.code } });
    const found = others.map(({ code, about, severity, title, detail, remedy, evidence }) => ({ code, about, severity, title, detail, remedy: remedy ?? null, evidence, assetId })); // prettier-ignore
    await keepFindings(unit, [assetId], ownerId == null && asset.admitted ? [...found, { ...UNOWNED, assetId }] : found, at);
  }
}

function foundOn({ id: assetId, ownerId, recordCount, facts, removedAt }: AssetRow): FoundOn[] {
  if (removedAt != null) return [];
  const derived = findingsOf({ ownerId: ownerId ?? null, recordCount: recordCount ?? null, facts });
  return derived.map((found) => ({ ...WITHOUT_MORE, ...found, assetId }));
}
