import type { AssetRowFragment } from '../../gql/graphql.ts';
import { ADMISSIONS, CLASSES, KINDS } from '../discover/words.ts';

/** The columns of the catalogue as a file. */
export const CSV_HEADER = ['name', 'key', 'kind', 'class', 'admission', 'activity', 'governed', 'risk', 'cost', 'criticality', 'connection', 'records', 'owner', 'first seen', 'last seen', 'open findings'] as const; // prettier-ignore

/** One asset as a row of it. Pure. */
export function csvRow(asset: AssetRowFragment): readonly unknown[] {
  const { scores } = asset;
  return [
    asset.name,
    asset.key,
    KINDS[asset.kind],
    asset.class === null ? null : CLASSES[asset.class].word,
    asset.admission === null ? null : ADMISSIONS[asset.admission],
    asset.activity,
    asset.governed,
    scores?.risk.value,
    scores?.cost.value,
    scores?.criticality.value,
    asset.connection?.name,
    asset.recordCount,
    asset.owner?.displayName,
    asset.firstSeenAt,
    asset.lastSeenAt,
    asset.findings.length,
  ];
}
