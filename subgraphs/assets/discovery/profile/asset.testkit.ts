import type { AssetFacts } from '../classify/asset.ts';
import { addDetails } from '../details/add-details.ts';
import { noDetails } from '../details/asset-details.ts';
import type { RecordDetails } from '../details/record-details.ts';
import type { Evidence } from '../gather/evidence.ts';

/** An asset that nothing is known of but what a test says. */
export function assetOf(more: Partial<AssetFacts> = {}): AssetFacts {
  const none = { count: 0, records: [] };
  return {
    key: 'app.com', keyKind: 'DOMAIN', names: new Set(), vendors: new Set(), seenBy: new Map(), identities: [], configurationItems: [], finance: [],
    cloud: none, attestations: none, details: noDetails(), ...more,
  }; // prettier-ignore
}

/** The asset with what records say of it. */
export function saidOf(
  asset: AssetFacts,
  plane: Exclude<Evidence['plane'], 'DISCOVERY' | 'IDP' | 'CMDB' | 'FINANCE'>,
  ...said: readonly RecordDetails[]
): AssetFacts {
  for (const [at, details] of said.entries())
    addDetails(asset.details, { plane, record: `${plane.toLowerCase()}-${at}`, name: null, host: null, vendor: null, details });
  return asset;
}
