import type { EntitySchema } from '@mikro-orm/postgresql';
import { AssetRow } from './asset/asset.entity.ts';
import { FindingRow } from './finding/finding.entity.ts';
import { TelemetryArrivalRow } from './intake/telemetry-arrival.entity.ts';
import { TelemetryFeedRow } from './intake/telemetry-feed.entity.ts';
import { PersonRow } from './ownership/person.entity.ts';
import { DiscoveryPolicyRow } from './policy/discovery-policy.entity.ts';
import { PostureDayRow } from './posture/posture-day.entity.ts';
import { ScanFileRow, ScanProblemRow, ScanRow } from './scan/scan.entity.ts';

/** The tables of this subgraph. */
export const assetsEntities: readonly EntitySchema[] = [
  AssetRow,
  PersonRow,
  FindingRow,
  TelemetryFeedRow,
  TelemetryArrivalRow,
  DiscoveryPolicyRow,
  ScanRow,
  ScanFileRow,
  ScanProblemRow,
  PostureDayRow,
];
